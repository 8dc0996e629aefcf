import { watch } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Each folder has its own watcher: on Linux a recursive watch loses a file that an editor replaces instead of writing into it.
 * The derivation writes into other folders only, so it does not trigger itself.
 */
const FOLDERS = ['.', 'rules', 'samples'];

/** Excludes the temporary files of editors. */
const SOURCE = /^\w[\w.-]*\.(yaml|json|ts|sh|py|java|go|php)$/i;

/** An editor writes a file in several steps within milliseconds. */
const SETTLE_MS = 100;

/**
 * Calls `onChange` after each save in the contract's folder, one call at a time. All saves during a call lead to one more call.
 *
 * @param spec the path of the contract's folder
 * @param onChange gets the paths of the saved files below it
 * @returns stops watching
 */
export function watchContract(spec: string, onChange: (files: string[]) => Promise<void>): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;

  async function settle(): Promise<void> {
    if (busy) return;
    busy = true;
    while (changed.size > 0) {
      const files = [...changed].sort();
      changed.clear();
      await onChange(files);
    }
    busy = false;
  }

  const watchers = FOLDERS.map((folder) =>
    watch(join(spec, folder), (_, file) => {
      if (file === null || !SOURCE.test(file)) return;
      changed.add(relative(spec, join(spec, folder, file)));
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

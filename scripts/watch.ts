import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The folders with what everything is derived from. Each has its own watcher: on Linux a recursive watch loses a file that an
 * editor replaces instead of writing into it. The derivation writes into other folders only, so it does not trigger itself.
 */
function foldersIn(spec: string): string[] {
  const folders = ['.', 'rules', 'samples'];
  // Settling the last question deletes it.
  if (!existsSync(join(spec, 'readings'))) return folders;
  const questions = readdirSync(join(spec, 'readings'), { withFileTypes: true });
  const names = questions.filter((entry) => entry.isDirectory()).map(({ name }) => join('readings', name));
  return [...folders, 'readings', ...names];
}

/** Excludes the temporary files of editors. */
const SOURCE = /^\w[\w.-]*\.(yaml|json|md|ts|sh|py|java|kt|go|php)$/i;

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

  function note(folder: string, file: string | null): void {
    // A folder may have come or gone.
    follow();
    if (file === null || !SOURCE.test(file)) return;
    changed.add(relative(spec, join(spec, folder, file)));
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  }

  const watchers = new Map<string, FSWatcher>();
  function follow(): void {
    const folders = foldersIn(spec);
    for (const [folder, watcher] of watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (!watchers.has(folder))
        watchers.set(
          folder,
          watch(join(spec, folder), (_, file) => note(folder, file)),
        );
    }
  }
  follow();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

import { watch } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Written by the derivation itself, or without effect on it. */
const IGNORED = ['dist', '.lint', '.turbo', 'node_modules', 'test', 'README.md'];

/** Editors write a file in several steps. */
const SETTLE_MS = 100;

/**
 * Calls `onChange` after each save in `spec/`, one call at a time; saves during a call lead to one further call.
 *
 * @returns a function that stops watching
 */
export function watchContract(onChange: (files: string[]) => Promise<void>): () => void {
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

  const watcher = watch(
    fileURLToPath(new URL('../spec', import.meta.url)),
    { recursive: true },
    (_, file) => {
      if (file === null || IGNORED.includes(file.split(sep)[0] ?? '') || /(~|\.swp|^4913)$/.test(file))
        return;
      changed.add(file);
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    },
  );
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

import { inspect } from 'node:util';
import { KEY } from '../../../packages/client/test/faults/keys.ts';

/** Whether the key shows where a program logs a value: in `console.log`, in JSON, or as a text. */
export function showsKey(value: unknown): boolean {
  return [() => inspect(value, { depth: 10 }), () => JSON.stringify(value) ?? '', () => String(value)].some(
    (write) => {
      try {
        return write().includes(KEY);
      } catch {
        return false;
      }
    },
  );
}

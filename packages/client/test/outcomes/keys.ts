import type { KeySource } from './model.ts';
import { TIMEOUT_MS } from './perform.ts';

const KEY = 'secret-key-0123456789';

/** The key is there at once. */
export const READY: KeySource = { name: 'a key that is ready', apiKey: () => KEY };

/** Keys that come late, after which the attempts have less time. */
export const LATE: readonly KeySource[] = [1, 9000].map((ms) => ({
  name: `a key that takes ${ms} ms`,
  apiKey: ({ wait }) => wait(ms).then(() => KEY),
}));

/** Keys that do not come, or too late. */
export const MISSING: readonly KeySource[] = [
  { name: 'a key that never comes', apiKey: () => new Promise(() => {}), endsIn: 'not_sent' },
  {
    name: 'a key that comes with the end of the time limit',
    apiKey: ({ wait }) => wait(TIMEOUT_MS).then(() => KEY),
    endsIn: 'not_sent',
  },
  {
    name: 'a key for which the caller does not wait',
    apiKey: async ({ wait, abort }) => {
      await wait(1);
      abort();
      await wait(1);
      return KEY;
    },
    endsIn: 'not_sent',
  },
  {
    name: 'a key that fails at once',
    apiKey: () => {
      throw new Error('vault closed');
    },
    endsIn: 'exception',
  },
  {
    name: 'a key that fails later',
    apiKey: ({ wait }) => wait(1).then(() => Promise.reject(new Error('vault closed'))),
    endsIn: 'exception',
  },
  { name: 'a key with a space', apiKey: () => 'a b', endsIn: 'exception' },
];

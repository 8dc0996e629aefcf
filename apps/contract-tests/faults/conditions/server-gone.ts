import { type Condition, FORWARD } from './condition.ts';

/** The server ends after one request: connections are cut, and new ones refused, for so long; Infinity for good. */
export const goneAfter =
  (last: number, forMs: number): Condition =>
  ({ number }) =>
    number === last ? { does: 'forward', thenGoneForMs: forMs } : FORWARD;

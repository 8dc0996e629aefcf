import { type Condition, FORWARD } from './condition.ts';

/** An outage after one request: open connections are cut and new ones refused for `forMs`, with Infinity for good. */
export const goneAfter =
  (last: number, forMs: number): Condition =>
  ({ number }) =>
    number === last ? { does: 'forward', thenGoneForMs: forMs } : FORWARD;

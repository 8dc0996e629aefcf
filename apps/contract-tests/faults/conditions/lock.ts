import { WRONG_KEY } from '../words.ts';
import { type Condition, type Effect, FORWARD } from './condition.ts';

const LOCKED: Effect = {
  does: 'respond',
  status: WRONG_KEY.status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(WRONG_KEY.body),
};

/** A guard that locks the key after `most` requests: everything gets the documented response to a wrong key. */
export const lockAfter =
  (most: number): Condition =>
  ({ number }) =>
    number > most ? LOCKED : FORWARD;

/** The same with a page, as a firewall has it for an address. */
export const banAfter =
  (most: number): Condition =>
  ({ number }) =>
    number > most
      ? { ...LOCKED, headers: { 'content-type': 'text/html' }, body: '<h1>Forbidden</h1>' }
      : FORWARD;

import { METHOD } from './generated/contract.ts';
import { mask } from './mask.ts';
import type { Outcome, Requested } from './result.ts';

/** One call: what it asks for, and what is known of it so far. */
export interface Call {
  url: string;
  /** What a success has to repeat. */
  requested: Requested;
  /** Empty while it is not known. */
  key: string;
  /** What the attempts so far leave known of the order. */
  known: Outcome;
  /** After how many milliseconds the last attempt may be repeated. Infinity where it must not be. */
  pause: number;
}

/**
 * What is known of the order after a failure, and what to do about it, for the end of every message: in the order of how much
 * can have happened, from the least to the most.
 */
const ADVICE: Record<Outcome, string> = {
  not_sent: 'Nothing was sent: the order is as it was.',
  rejected: 'The order is as it was.',
  unknown: 'Whether the order is cancelled is unknown: check it with AX Cloud before you send it again.',
};

const OUTCOMES = Object.keys(ADVICE);

/**
 * Makes a failure. It says nothing about an earlier attempt: after one that may have arrived the order stays unknown, and
 * after one that was turned away something was sent.
 *
 * @param found what this failure alone says of the order
 * @param happened goes on after the method and the address of the request
 * @param details what this kind of failure carries beside
 */
export function fail<const Kind extends string, const Known extends Outcome, Details extends object>(
  { known, key, url }: Call,
  kind: Kind,
  found: Known,
  happened: string,
  details: Details,
): { ok: false; error: { kind: Kind; outcome: Known | 'unknown'; message: string } & Details } {
  const earlier = OUTCOMES.indexOf(known) > OUTCOMES.indexOf(found);
  // Only a failure of the connection has "not_sent" beside, and its type has both.
  const outcome = (earlier ? known : found) as Known | 'unknown';
  const before = earlier
    ? ` An earlier attempt ${known === 'rejected' ? 'was turned away' : 'may have arrived'}.`
    : '';
  const message = `${METHOD} ${mask(url, key)} ${happened}.${before} ${ADVICE[outcome]}`;
  return { ok: false, error: { kind, outcome, message, ...details } };
}

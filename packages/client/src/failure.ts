import { type CancelBody, METHOD } from './generated/contract.ts';
import { maskKey } from './mask.ts';
import type { Outcome } from './result.ts';

/** One call: what it asks for, and what is known of it so far. */
export interface Call {
  url: string;
  /** The order code in the path. */
  code: string;
  body: CancelBody;
  /** Undefined until it is known. */
  key: string | undefined;
  /** What the attempts so far leave known of the order. */
  known: Outcome;
}

/** What is known of the order after a failure, and what to do about it, for the end of every message. */
const ADVICE: Record<Outcome, string> = {
  not_sent: 'Nothing was sent: the order is as it was.',
  rejected: 'The order is as it was.',
  unknown: 'Whether the order is cancelled is unknown: check it with AX Cloud.',
};

/**
 * Makes a failure. An attempt that was turned away says nothing about an earlier one that may have arrived, and then the
 * order stays unknown.
 *
 * @param found what this failure alone says of the order
 * @param happened goes on after the method and the address of the request
 * @param details what this kind of failure carries beside
 */
export function fail<const Kind extends string, const Known extends Outcome, Details extends object>(
  call: Call,
  kind: Kind,
  found: Known,
  happened: string,
  details: Details,
): { ok: false; error: { kind: Kind; outcome: Known | 'unknown'; message: string } & Details } {
  const doubtful = call.known === 'unknown' && found !== 'unknown';
  const outcome = doubtful ? 'unknown' : found;
  const earlier = doubtful ? ' An earlier attempt may have arrived.' : '';
  const message = `${METHOD} ${maskKey(call.key, call.url)} ${happened}.${earlier} ${ADVICE[outcome]}`;
  return { ok: false, error: { kind, outcome, message, ...details } };
}

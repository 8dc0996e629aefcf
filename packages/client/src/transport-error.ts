import { describe, UNKNOWN } from './answer.ts';
import type { CancelResult, Outcome } from './result.ts';

/** The system's codes for a connection that was never made. With any other one the request may have arrived. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

const NOT_SENT = 'Nothing was sent: the order is as it was.';
const ADVICE: Record<Outcome, string> = {
  not_sent: NOT_SENT,
  rejected: 'AX Cloud had turned it away: the order is as it was.',
  unknown: UNKNOWN,
};

/** Says what a connection that failed means for the order. The key is in no part of it. */
export function interpretConnectionError(cause: unknown, url: string): CancelResult {
  const code = systemCode(cause);
  const never = code !== undefined && NEVER_CONNECTED.includes(code);
  const message = `The connection failed${code === undefined ? '' : ` (${code})`}: ${describe({ url })}. ${never ? `${NOT_SENT} Check the server's address and your network.` : UNKNOWN}`;
  return { ok: false, error: { kind: 'network', outcome: never ? 'not_sent' : 'unknown', message, code } };
}

/**
 * Says what the early end of a call means for the order.
 *
 * @param outcome what is known of the order at that moment
 */
export function interpretStop(
  reason: 'timeout' | 'aborted',
  outcome: Outcome,
  { url, timeoutMs }: { url: string; timeoutMs: number },
): CancelResult {
  if (reason === 'aborted') {
    const message = `The caller's signal stopped ${describe({ url })}. ${ADVICE[outcome]}`;
    return { ok: false, error: { kind: 'aborted', outcome, message } };
  }
  // The time limit ends no pause, and so an attempt that was turned away is never the last thing known.
  const known = outcome === 'not_sent' ? outcome : 'unknown';
  const message = `AX Cloud did not answer ${describe({ url })} within ${timeoutMs} ms. ${ADVICE[known]}`;
  return { ok: false, error: { kind: 'timeout', outcome: known, message } };
}

/** The code of the deepest cause, where the runtime tells it: undici wraps the system's error in a `TypeError`. */
function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  return systemCode(cause) ?? (typeof code === 'string' ? code : undefined);
}

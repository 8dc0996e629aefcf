import type { CancelResult } from './result.ts';

/** What was under way when a call failed without an answer. */
export interface Attempt {
  /** Method and URL, for messages. */
  where: string;
  timeoutMs: number;
  /** The caller's own signal. */
  signal?: AbortSignal | undefined;
  /** The client's time limit. */
  timeout?: AbortSignal;
  /** False when nothing can have left this machine. */
  sent?: boolean;
}

/** The system's codes for a connection that was never made. With any other one the request may have arrived. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

const UNKNOWN = 'Whether the order is cancelled is unknown: check it with AX Cloud.';
const NOT_SENT = 'Nothing was sent: the order is as it was.';

/** Says what a call that ended without an answer means for the order. The key is in no part of it. */
export function interpretTransportError(cause: unknown, attempt: Attempt): CancelResult {
  const { where, timeoutMs, signal, timeout, sent = true } = attempt;
  if (signal?.aborted && !timeoutCameFirst(cause, timeout)) {
    const message = `The caller's signal stopped ${where}. ${sent ? UNKNOWN : NOT_SENT}`;
    return { ok: false, error: { kind: 'aborted', outcome: sent ? 'unknown' : 'not_sent', message } };
  }
  if (timeout?.aborted) {
    const message = `AX Cloud did not answer ${where} within ${timeoutMs} ms. ${UNKNOWN}`;
    return { ok: false, error: { kind: 'timeout', outcome: 'unknown', message } };
  }
  const code = systemCode(cause);
  const connected = code === undefined || !NEVER_CONNECTED.includes(code);
  const message = `The connection failed${code === undefined ? '' : ` (${code})`}: ${where}. ${connected ? UNKNOWN : `${NOT_SENT} Check the server's address and your network.`}`;
  return {
    ok: false,
    error: { kind: 'network', outcome: connected ? 'unknown' : 'not_sent', message, code },
  };
}

/** With both signals fired, the error is the reason of the one that fired first. */
function timeoutCameFirst(cause: unknown, timeout: AbortSignal | undefined): boolean {
  return timeout?.aborted === true && cause === timeout.reason;
}

/** The code of the deepest cause, where the runtime tells it: undici wraps the system's error in a `TypeError`. */
function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  return systemCode(cause) ?? (typeof code === 'string' ? code : undefined);
}

import { type Call, fail } from './failure.ts';
import { maskKey } from './mask.ts';
import type { CancelResult } from './result.ts';

/** The system's codes for a connection that was never made. With any other one the request may have arrived. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Says what a connection that failed means for the order.
 *
 * @param responding whether a response had begun, after which no code can say that nothing was sent
 */
export function interpretConnectionError(thrown: unknown, call: Call, responding: boolean): CancelResult {
  const code = maskKey(call.key, systemCode(thrown));
  const outcome = !responding && NEVER_CONNECTED.includes(code ?? '') ? 'not_sent' : 'unknown';
  const what = `failed (${code ?? 'no code'}). Check the server's address and your network`;
  return fail(call, 'network', outcome, what, { code });
}

/** The code of the deepest cause, where the runtime tells it: undici wraps the system's error in a `TypeError`. */
function systemCode(thrown: unknown): string | undefined {
  let found: string | undefined;
  // Counted, because an error may be its own cause.
  for (let depth = 0, error: unknown = thrown; depth < 9; depth += 1) {
    const { code, cause }: { code?: unknown; cause?: unknown } = Object(error);
    if (typeof code === 'string') found = code;
    error = cause;
  }
  return found;
}

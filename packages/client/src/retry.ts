import type { CancelFailure } from './result.ts';

/** The longest first pause before another attempt, in milliseconds. It doubles with each one. */
const BASE_MS = 200;

/** How long to wait before another attempt where the server did not say: exponential, with full jitter. */
function backoff(attempt: number): number {
  return Math.random() * BASE_MS * 2 ** (attempt - 1);
}

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3), in whole seconds or as a date.
 *
 * @returns milliseconds from now, or undefined when there is none that can be read
 */
export function parseRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/**
 * Says whether a failed attempt may be repeated: only where nothing was sent, or where the server asked to come back. In
 * any other case the first attempt may have arrived.
 *
 * @returns how long to wait before, in milliseconds, or undefined when it must not be repeated
 */
export function pauseBeforeNext(error: CancelFailure, attempt: number): number | undefined {
  if (error.kind === 'network' && error.outcome === 'not_sent') return backoff(attempt);
  if ('status' in error && (error.status === 429 || error.status === 503)) return error.retryAfterMs;
  return undefined;
}

import type { CancelFailure } from './result.ts';

/** The longest first pause before another attempt, in milliseconds. It doubles with each one. */
const BASE_MS = 200;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3), in whole seconds or as a date.
 *
 * @returns milliseconds from now, or undefined when there is none that can be read
 */
export function parseRetryAfter(header = ''): number | undefined {
  let ms = Number.NaN;
  if (/^\d{1,9}$/.test(header)) ms = Number(header) * 1000;
  // `Date.parse` alone takes "-5" and "1.5" for days of the year 2001.
  else if (/^[A-Z].+ GMT$/.test(header)) ms = Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * Says whether a failed attempt may be repeated: only where nothing was sent, or where the server asked to come back. In
 * any other case the first attempt may have arrived.
 *
 * @returns how long to wait before, in milliseconds, or undefined when it must not be repeated: what the server asked for
 * and an exponential pause with full jitter
 */
export function pauseBeforeNext(error: CancelFailure, attempt: number): number | undefined {
  let asked: number | undefined;
  if (error.outcome === 'not_sent') asked = 0;
  else if ('status' in error && (error.status === 429 || error.status === 503)) asked = error.retryAfterMs;
  return asked === undefined ? undefined : asked + Math.random() * BASE_MS * 2 ** (attempt - 1);
}

import type { CancelFailure } from './result.ts';

/** The longest first pause before another attempt, in milliseconds. It doubles with each one. */
const BASE_MS = 200;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3), in whole seconds or as a date.
 *
 * @returns milliseconds from now, or NaN when there is none that can be read
 */
export function parseRetryAfter(header: string): number {
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  // `Date.parse` alone takes "-5" and "1.5" for days of the year 2001.
  return /^[A-Z].+ GMT$/.test(header) ? Math.max(0, Date.parse(header) - Date.now()) : Number.NaN;
}

/**
 * Says when a failed attempt may be repeated: only where it sent nothing, or where the server asked to come back. In any
 * other case it may have arrived.
 *
 * @param repeatable whether it sent nothing, for a reason that may be gone in a moment
 * @returns how long to wait before, in milliseconds: what the server asked for and an exponential pause with full jitter.
 * Infinity when it must not be repeated
 */
export function pauseBeforeNext(error: CancelFailure, repeatable: boolean, attempt: number): number {
  let asked = repeatable ? 0 : Number.POSITIVE_INFINITY;
  if ('status' in error && (error.status === 429 || error.status === 503)) {
    asked = error.retryAfterMs ?? asked;
  }
  return asked + Math.random() * BASE_MS * 2 ** (attempt - 1);
}

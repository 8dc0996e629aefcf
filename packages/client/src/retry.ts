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

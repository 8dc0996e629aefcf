/**
 * The exit codes of every code sample. A program that crashes ends with 1 or with a code of its own, and leaves the order
 * unknown, too.
 */
export const EXIT_CODES = {
  /** The response repeats the request. */
  cancelled: 0,
  /** The order may or may not be cancelled. Every code that is not listed here means the same. */
  unknown: 1,
  /** A documented refusal, after which the order is as it was. */
  refused: 3,
  /** Nothing was sent, because the key is missing. */
  misuse: 64,
} as const;

import type { components } from './generated/openapi.d.ts';

/** The two cancels. The contract also lists `New`, which is no cancellation and which this client does not send. */
export type CancelStatus = Exclude<components['schemas']['RequestedStatus'], 'New'>;

const CANCEL_STATUSES: readonly CancelStatus[] = ['Traveler cancel', 'Unavoidable cancel'];

/** What to cancel an order with. */
export interface CancellationInput {
  /** Who or what caused the cancellation. It is sent for both systems, so that their statuses stay the same. */
  status: CancelStatus;
  /** A note to keep with the change. Leave it out rather than giving an empty text, and put no personal data into it. */
  comment?: string | undefined;
  /** Stops the call. What is known of the order then stands in `error.outcome`. */
  signal?: AbortSignal | undefined;
}

/**
 * Makes the contract's body of the input.
 *
 * @throws {TypeError} when a value is not what the types say, as a caller in JavaScript may find out
 */
export function toBody(input: CancellationInput): components['schemas']['CancelRequest'] {
  const { status, comment }: CancellationInput = Object(input);
  if (!CANCEL_STATUSES.includes(status)) {
    throw new TypeError(
      `status is ${JSON.stringify(String(status))}. Give "${CANCEL_STATUSES.join('" or "')}", spelt exactly so.`,
    );
  }
  if (comment === undefined) return { ax_status: status, channel_status: status };
  // A lone surrogate has no UTF-8 form.
  if (!isTextWithout(/\p{Cs}/u, comment)) {
    throw new TypeError(
      'comment is no text, or holds half a character (a lone surrogate). Give a whole one, or leave it out.',
    );
  }
  return { ax_status: status, channel_status: status, comment };
}

/**
 * Checks an order code before it goes into the path: an empty one or a dot segment would address another resource, at a
 * lone surrogate `encodeURIComponent` throws, and a control character is a sign of a code that was read wrongly.
 *
 * @throws {TypeError} naming the argument
 */
export function checkOrderCode(code: string): string {
  if (isTextWithout(/^\.{0,2}$|\p{Cc}|\p{Cs}/u, code)) return code;
  throw new TypeError(
    `axOrderCode is ${JSON.stringify(String(code))}, which cannot stand in a path. Give the ax_order_code that AX Cloud sent with the order.`,
  );
}

/**
 * Checks a part of an argument that may be left out.
 *
 * @param used the part itself where it must be a function, otherwise what is called of it
 * @throws {TypeError} naming it
 */
export function checkCallable(name: string, what: string, used: unknown): void {
  if (used !== undefined && typeof used !== 'function') {
    throw new TypeError(`${name} is no ${what}. Give one, or leave it out.`);
  }
}

/** Whether a value is a string in which a pattern is not found. Its type alone proves that to no caller in JavaScript. */
export function isTextWithout(pattern: RegExp, value: string): boolean {
  return typeof value === 'string' && !pattern.test(value);
}

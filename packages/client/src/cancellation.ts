import {
  bodyOf,
  CANCELS,
  type CancelBody,
  type CancelStatus,
  FIELDS,
  ORDER_CODE,
  type OtherFields,
} from './generated/contract.ts';

export type { CancelStatus };

/** What to cancel an order with. */
export interface CancellationInput extends OtherFields {
  /** Who or what caused the cancellation. It is sent for both systems, so that their statuses stay the same. */
  status: CancelStatus;
  /** Stops the call. What is known of the order then stands in `error.outcome`. */
  signal?: AbortSignal | undefined;
}

/**
 * Makes the contract's body of the input.
 *
 * @throws {TypeError} when a value is not what the types or the contract say, naming it
 */
export function toBody(input: CancellationInput): CancelBody {
  const given: CancellationInput = Object(input);
  const { status } = given;
  if (!CANCELS.includes(status)) {
    throw new TypeError(
      `status is ${JSON.stringify(String(status))}. Give "${CANCELS.join('" or "')}", spelt exactly so.`,
    );
  }
  const others: Record<string, unknown> = {};
  for (const { name, required, rule, valid } of FIELDS) {
    const value: unknown = given[name];
    if (value === undefined && !required) continue;
    const advice = required ? 'Correct it.' : 'Correct it, or leave it out.';
    if (!valid(value)) throw new TypeError(`${name} must be ${rule}. ${advice}`);
    // It has no UTF-8 form.
    if ([value].flat().some((one) => typeof one === 'string' && /\p{Cs}/u.test(one))) {
      throw new TypeError(`${name} must be well-formed (it contains a lone surrogate). ${advice}`);
    }
    others[name] = value;
  }
  return bodyOf(status, others as unknown as OtherFields);
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
    `axOrderCode is ${JSON.stringify(String(code))}, which cannot stand in a path. Give the ${ORDER_CODE} of the order.`,
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
    throw new TypeError(`${name} is not a valid ${what}. Give one, or leave it out.`);
  }
}

/** Whether a value is a string in which a pattern is not found. Its type alone proves that to no caller in JavaScript. */
export function isTextWithout(pattern: RegExp, value: string): boolean {
  return typeof value === 'string' && !pattern.test(value);
}

import { check, isOptionalFunction, LIMITS, type Rule } from './check.ts';
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

/** What to cancel an order with. What may be left out may also be `null`, as a database has it. */
export interface CancellationInput extends OtherFields {
  /** Who or what caused the cancellation. It is sent for both systems, so that their statuses stay the same. */
  status: CancelStatus;
  /** Stops the call. What is known of the order then stands in `error.outcome`. */
  signal?: AbortSignal | null | undefined;
  /** For this call, in place of the client's. */
  timeoutMs?: number | null | undefined;
  /** For this call, in place of the client's. */
  retries?: number | null | undefined;
}

/** What each part of a cancellation must be. */
const PARTS: readonly Rule[] = [
  [
    'status',
    `"${CANCELS.join('" or "')}", spelt exactly so`,
    (value: CancelStatus) => CANCELS.includes(value),
  ],
  [
    'signal',
    'an AbortSignal, or leave it out',
    // An AbortController passed by mistake has no `addEventListener`.
    (value?: AbortSignal) => isOptionalFunction(value?.addEventListener ?? value),
  ],
  ...LIMITS,
  ...FIELDS,
];

/**
 * Makes the contract's body of the input.
 *
 * @throws {TypeError} when a value is not what the types or the contract say, naming it
 */
export function toBody(input: CancellationInput): CancelBody {
  const given: CancellationInput = Object(input);
  check(given, PARTS, 'a part of a cancellation');
  return bodyOf(given);
}

/**
 * Checks an order code before it goes into the path: an empty one or a dot segment would address another resource, at a
 * lone surrogate `encodeURIComponent` throws, and a control character is a sign of a code that was read wrongly.
 *
 * @throws {TypeError} naming the argument
 */
export function checkOrderCode(axOrderCode: string): void {
  const isCode = (code: unknown) => typeof code === 'string' && !/^\.{0,2}$|\p{Cc}|\p{Cs}/u.test(code);
  check({ axOrderCode }, [['axOrderCode', `the ${ORDER_CODE} of the order, a string`, isCode]]);
}

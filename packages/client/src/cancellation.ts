import { checkNames, refuse, show } from './check.ts';
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

const NAMES = ['status', 'signal', 'timeoutMs', 'retries', ...FIELDS.map(([name]) => name)];

/**
 * Makes the contract's body of the input.
 *
 * @throws {TypeError} when a value is not what the types or the contract say, naming it
 */
export function toBody(input: CancellationInput): CancelBody {
  const given: CancellationInput = Object(input);
  checkNames('a part of a cancellation', given, NAMES);
  const { status } = given;
  if (!CANCELS.includes(status)) {
    refuse('status', show(status), `"${CANCELS.join('" or "')}", spelt exactly so`);
  }
  const others: Record<string, unknown> = {};
  for (const [name, required, wanted, isValid] of FIELDS) {
    const value: unknown = given[name];
    const right = isValid(value);
    if (!required && value == null && (value === undefined || !right)) continue;
    // Its value may be personal, and is not repeated.
    if (!right) refuse(name, `not valid (it is of the type ${typeof value})`, wanted);
    // It has no UTF-8 form.
    if (/\p{Cs}/u.test(`${value}`)) refuse(name, 'not well-formed (it contains a lone surrogate)', wanted);
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
  if (typeof code === 'string' && !/^\.{0,2}$|\p{Cc}|\p{Cs}/u.test(code)) return code;
  return refuse('axOrderCode', show(code), `the ${ORDER_CODE} of the order, a string`);
}

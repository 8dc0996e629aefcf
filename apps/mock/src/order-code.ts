import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode, readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import type { Refusals } from '@ax-cloud/contract/refusals';
import type { Known, Refusal } from './refusal.ts';

/**
 * Makes the function that refuses the codes of orders that there are not: those that the mock was not told of, where it
 * was told any; else those that break their schema, and those of another form than AX Cloud's, such as a channel's own
 * order number.
 *
 * @param allows whether the schema allows a code
 */
export function createCodeCheck(
  contract: Contract,
  { order }: Refusals,
  allows: (code: string) => boolean,
  { orderCodes }: Known,
): (code: string) => Refusal | undefined {
  const [unknown] = order;
  const form = readOrderCodeForm(contract);
  const disallowed = order.find((example) => !allows(provokingCode(example))) ?? unknown;

  return (code) => {
    if (orderCodes !== undefined) return orderCodes.includes(code) ? undefined : { example: unknown };
    if (!allows(code))
      return { example: disallowed, hint: `The order code breaks the schema of ${contract.orderCode.name}.` };
    if (form === undefined || form.pattern.test(code)) return undefined;
    return {
      example: form.refusal,
      hint: `The order code is not in the format "${form.format}" of AX Cloud's. Is it the channel's own order number?`,
    };
  };
}

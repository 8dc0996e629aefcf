import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode, readOrderCodeForm, readOtherCodes } from '@ax-cloud/contract/order-code-form';
import type { Refusals } from '@ax-cloud/contract/refusals';
import type { Known, Refusal } from './refusal.ts';

const ANY_CODE = 'With --any-code the mock takes it.';

/**
 * Makes the function that refuses order codes. With `orderCodes`, it refuses all others. Otherwise it refuses codes that break their
 * schema. Without `anyCode`, it also refuses codes of another form than the contract's example, such as a channel's own order number,
 * and the other codes of the example order.
 *
 * @param allows whether the schema allows a code
 */
export function createCodeCheck(
  contract: Contract,
  { order }: Refusals,
  allows: (code: string) => boolean,
  { orderCodes, anyCode = false }: Known,
): (code: string) => Refusal | undefined {
  const [unknown] = order;
  const { name } = contract.orderCode;
  const form = readOrderCodeForm(contract);
  const others = readOtherCodes(contract);
  const disallowed = order.find((example) => !allows(provokingCode(example))) ?? unknown;
  const [otherField] = others.values();
  const meant = otherField === undefined ? '' : `Is it the ${otherField} of an order? `;

  return (code) => {
    if (orderCodes !== undefined) return orderCodes.includes(code) ? undefined : { example: unknown };
    if (!allows(code)) return { example: disallowed, hint: `The order code breaks the schema of ${name}.` };
    if (anyCode) return undefined;
    if (form !== undefined && !form.pattern.test(code)) {
      const why = `${form.refusal.summary}: its format is not "${form.format}".`;
      return { example: form.refusal, hint: `${why} ${meant}${ANY_CODE}` };
    }
    const field = others.get(code.toLowerCase());
    if (field === undefined) return undefined;
    const why = `The order code is the ${field} of the contract's example. Send the ${name}.`;
    return { example: unknown, hint: `${why} ${ANY_CODE}` };
  };
}

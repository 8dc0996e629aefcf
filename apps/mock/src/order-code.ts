import type { Contract } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import type { DocumentedExample, Refusals } from '@ax-cloud/contract/refusals';
import { FORMATS } from '@ax-cloud/contract/schema';

/** How an order code is refused that is none of AX Cloud's, and why. */
export interface RefusedCode {
  example: DocumentedExample;
  hint: string;
}

/**
 * Makes the function that refuses order codes by their form alone: those that break their schema, and those that have not
 * the format of the contract's example code, such as a channel's own order number. The latter only where the contract
 * documents a refusal for such a code: an example that is provoked by one.
 *
 * @param allows whether the schema allows a code
 */
export function createCodeCheck(
  { orderCode }: Contract,
  { order }: Refusals,
  allows: (code: string) => boolean,
): (code: string) => RefusedCode | undefined {
  const [format, pattern] =
    Object.entries(FORMATS).find(([, one]) => one.test(String(orderCode.example))) ?? [];
  const disallowed = order.find((example) => !allows(codeOf(example))) ?? order[0];
  const otherFormat = order.find((example) => pattern?.test(codeOf(example)) === false);

  return (code) => {
    if (!allows(code))
      return { example: disallowed, hint: `The order code breaks the schema of ${orderCode.name}.` };
    if (otherFormat === undefined || pattern?.test(code) !== false) return undefined;
    return {
      example: otherFormat,
      hint: `The order code is not in the format "${format}" of AX Cloud's. Is it the channel's own order number?`,
    };
  };
}

/** The order code that provokes an example. */
function codeOf({ provokedBy }: DocumentedExample): string {
  const [, code = ''] =
    Object.entries(provokedBy).find(([expression]) => parseExpression(expression).part === 'path') ?? [];
  return code;
}

import type { Contract } from './contract.ts';
import { parseExpression } from './expression.ts';
import { type DocumentedExample, readRefusals } from './refusals.ts';
import { FORMATS } from './schema.ts';

/** The form that AX Cloud's order codes have, beyond what their schema demands. */
export interface OrderCodeForm {
  /** One of the contract's formats, such as `uuid`. */
  format: string;
  pattern: RegExp;
  /** The documented response to an order code of another form. */
  refusal: DocumentedExample;
}

/**
 * Reads the form out of the contract: the format of the order code's example, where the contract documents a refusal that
 * is provoked by a code of another form.
 *
 * @returns undefined where any text may be an order code
 */
export function readOrderCodeForm(contract: Contract): OrderCodeForm | undefined {
  const example = String(contract.orderCode.example);
  const [format, pattern] = Object.entries(FORMATS).find(([, one]) => one.test(example)) ?? [];
  if (format === undefined || pattern === undefined) return undefined;
  const refusal = readRefusals(contract).order.find((one) => !pattern.test(provokingCode(one)));
  return refusal && { format, pattern, refusal };
}

/** The order code that provokes an example; empty where none does. */
export function provokingCode({ provokedBy }: Pick<DocumentedExample, 'provokedBy'>): string {
  const [, code = ''] =
    Object.entries(provokedBy).find(([expression]) => parseExpression(expression).part === 'path') ?? [];
  return code;
}

/** An order code that is well-formed and that no order has, as the contract's example of an unknown order names it. */
export function unknownOrderCode(contract: Contract): string {
  return provokingCode(readRefusals(contract).order[0]);
}

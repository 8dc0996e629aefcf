import type { Contract } from './contract.ts';
import { orderIn } from './echo.ts';
import { parseExpression } from './expression.ts';
import { type DocumentedExample, readRefusals } from './refusals.ts';
import { FORMATS } from './schema.ts';

/** The form that the order codes of the path have, beyond what their schema demands. */
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
  const format = formatOfExample(contract);
  if (format === undefined) return undefined;
  const refusal = readRefusals(contract).order.find((one) => !format.pattern.test(provokingCode(one)));
  return refusal && { ...format, refusal };
}

/**
 * Finds the codes that look like an order code but are not one: the other codes of an example's order, such as the
 * channel's own.
 *
 * @returns by code in lower case, the field of the order that holds it
 */
export function readOtherCodes(contract: Contract): ReadonlyMap<string, string> {
  const { success, orderCode } = contract;
  const pattern = formatOfExample(contract)?.pattern;
  const found = new Map<string, string>();
  for (const { value } of Object.values(success.examples)) {
    for (const [field, code] of Object.entries(Object(orderIn(success, value)))) {
      const isOther = typeof code === 'string' && pattern?.test(code) && !(field in success.echoes);
      if (isOther && code !== orderCode.example) found.set(code.toLowerCase(), field);
    }
  }
  return found;
}

/** The order code that provokes an example, or an empty text. */
export function provokingCode({ provokedBy }: Pick<DocumentedExample, 'provokedBy'>): string {
  const [, code = ''] =
    Object.entries(provokedBy).find(([expression]) => parseExpression(expression).part === 'path') ?? [];
  return code;
}

/** A well-formed order code that no order has, from the contract's example of an unknown order. */
export function unknownOrderCode(contract: Contract): string {
  return provokingCode(readRefusals(contract).order[0]);
}

function formatOfExample({ orderCode }: Contract): Pick<OrderCodeForm, 'format' | 'pattern'> | undefined {
  const found = Object.entries(FORMATS).find(([, one]) => one.test(String(orderCode.example)));
  return found && { format: found[0], pattern: found[1] };
}

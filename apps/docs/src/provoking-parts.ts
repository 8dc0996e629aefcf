import type { Contract } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { type DocumentedExample, KEY } from '@ax-cloud/contract/refusals';
import { invalidBody } from './invalid-body.ts';

/** The parts of a request that differ from a valid one. Headers and query parameters are those that differ from their examples. */
export interface ProvokingParts {
  /** The value of the header `Authorization`; empty for none. */
  key?: string;
  orderCode?: string;
  headers: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body?: string;
}

/**
 * What to change in a valid request to provoke a documented response of the mock.
 *
 * @returns undefined when the contract does not say how to provoke it, or no field can have the violation
 * @throws {Error} for an example that is provoked by a part of the body
 */
export function provokingParts(contract: Contract, example: DocumentedExample): ProvokingParts | undefined {
  if (example.violation !== undefined) {
    const body = invalidBody(contract, example.violation, Object.keys(Object(example.value)));
    return body === undefined ? undefined : { headers: {}, query: {}, body };
  }
  const provoked = Object.entries(example.provokedBy);
  if (provoked.length === 0) return undefined;
  const headers: Record<string, string> = {};
  const query: Record<string, string> = {};
  const parts: ProvokingParts = { headers, query };
  for (const [expression, value] of provoked) {
    const parsed = parseExpression(expression);
    if (expression.toLowerCase() === KEY.toLowerCase()) parts.key = value;
    else if (parsed.part === 'path') parts.orderCode = value;
    else if (parsed.part === 'header') headers[parsed.name] = value;
    else if (parsed.part === 'query') query[parsed.name] = value;
    else {
      throw new Error(
        `The docs cannot make the request that "${expression}" describes, which provokes the example ${example.name}. Name the path, a header or a query parameter.`,
      );
    }
  }
  return parts;
}

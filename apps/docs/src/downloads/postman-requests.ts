import type { Contract, Example } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { documentedExamples, KEY } from '@ax-cloud/contract/refusals';
import { exampleBody } from '@ax-cloud/contract/request-body';
import { violatingBody } from './violating-body.ts';

/** A request of the collection, and the documented response to it. */
export interface PlannedRequest {
  /** The example that it brings about: of the success, or of a refusal. */
  example: Pick<Example, 'summary' | 'description' | 'value'>;
  status: number;
  /** The header with the key, where it is not the collection's; empty for none. */
  key?: string;
  /** The order code, where it is not the collection's. */
  orderCode?: string;
  /** Headers and query parameters with another value than their example; empty for none. */
  headers: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** The text of the body. */
  body: string;
  /** The fields that the response must have. */
  names: readonly string[];
}

/**
 * Plans one request for each example of the contract: those of a request, whose response is the success, and those of a
 * response that the contract says how to provoke.
 */
export function planRequests(contract: Contract): PlannedRequest[] {
  const plain = { headers: {}, query: {}, body: toText(exampleBody(contract)) };
  const cancels = Object.entries(contract.request.examples).map(([name, { summary, description, value }]) => {
    const response = contract.success.examples[name]?.value;
    return {
      ...plain,
      example: { summary, description, value: response },
      status: contract.success.status,
      body: toText(value),
      names: [],
    };
  });
  const refusals = documentedExamples(contract).flatMap((example): PlannedRequest[] => {
    const { status, violation, value } = example;
    const names = Object.keys(Object(value));
    if (violation !== undefined) {
      const { text, exact } = violatingBody(contract, violation, names);
      return [{ ...plain, example, status, body: text, names: exact ? names : [] }];
    }
    const provoked = Object.entries(example.provokedBy);
    if (provoked.length === 0) return [];
    return [
      provoked.reduce<PlannedRequest>(
        (request, [expression, sent]) => provoke(contract, request, expression, sent),
        { ...plain, example, status, names },
      ),
    ];
  });
  return [...cancels, ...refusals];
}

/**
 * Puts a value into the part of the request that an expression names.
 *
 * @throws {Error} for a part of the body, which no example of the contract is provoked by today
 */
function provoke(
  { orderCode }: Contract,
  request: PlannedRequest,
  expression: string,
  value: string,
): PlannedRequest {
  if (expression.toLowerCase() === KEY.toLowerCase()) return { ...request, key: value };
  const parsed = parseExpression(expression);
  if (parsed.part === 'path' && parsed.name === orderCode.name) return { ...request, orderCode: value };
  if (parsed.part === 'header') return { ...request, headers: { ...request.headers, [parsed.name]: value } };
  if (parsed.part === 'query') return { ...request, query: { ...request.query, [parsed.name]: value } };
  throw new Error(
    `The Postman collection cannot provoke "${request.example.summary}" by ${expression}. ` +
      'Write "x-provoked-by" of a header, a query parameter or the order code in spec/openapi.yaml.',
  );
}

function toText(body: unknown): string {
  return JSON.stringify(body, null, 2);
}

import type { Contract, Example } from '@ax-cloud/contract/contract';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import { exampleBody } from '@ax-cloud/contract/request-body';
import { type ProvokingParts, provokingParts } from '../provoking-parts.ts';

/** A request of the collection, and the documented response to it. */
export interface PlannedRequest extends ProvokingParts {
  /** The example that it should get: of the success, or of a refusal. */
  example: Pick<Example, 'summary' | 'description' | 'value'>;
  status: number;
  body: string;
  /** The fields that the response must have. */
  names: readonly string[];
}

/**
 * Plans one request for each example of the contract: for each example of the request, which gets the success, and for each example
 * of a refusal that the contract says how to provoke.
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
    const parts = provokingParts(contract, example);
    if (parts !== undefined)
      return [{ ...plain, ...parts, example, status, names: Object.keys(Object(value)) }];
    // No field can have this violation. A list in place of the body is always refused.
    return violation === undefined ? [] : [{ ...plain, body: '[]', example, status, names: [] }];
  });
  return [...cancels, ...refusals];
}

function toText(body: unknown): string {
  return JSON.stringify(body, null, 2);
}

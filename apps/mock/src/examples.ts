import type { Contract, Example } from '@ax-cloud/contract/contract';
import { evaluate, type RequestContext } from '@ax-cloud/contract/expression';

/** One example of a documented answer, and the choice that makes Prism give it. */
export interface DocumentedExample extends Example {
  choice: { code: number; exampleKey: string };
}

/** The examples of the contract's answers that a request can bring about. */
export interface ProvokedExamples {
  /** Provoked by a key. The first one also answers a key that is missing or malformed. */
  byKey: [DocumentedExample, ...DocumentedExample[]];
  /** Provoked by an order code. */
  byOrder: DocumentedExample[];
  /** Answers a body that is no JSON. */
  unreadable: DocumentedExample;
}

const isHeader = (expression: string) => expression.startsWith('$request.header.');

/**
 * Sorts the contract's examples by what provokes them.
 *
 * @throws {Error} when the contract does not say how a wrong key or an unreadable body is answered
 */
export function readProvokedExamples(contract: Contract): ProvokedExamples {
  const examples = contract.responses.flatMap((response) =>
    Object.entries(response.examples).map(([exampleKey, example]) => ({
      ...example,
      choice: { code: response.status, exampleKey },
    })),
  );
  const provoked = examples.filter(({ provokedBy }) => Object.keys(provokedBy).length > 0);
  const byOrder = provoked.filter(({ provokedBy }) => !Object.keys(provokedBy).every(isHeader));
  const [wrongKey, ...otherKeys] = provoked.filter((example) => !byOrder.includes(example));
  if (wrongKey === undefined)
    throw new Error(
      'The contract has no example with "x-provoked-by: { $request.header.Authorization: … }".',
    );
  const unreadable = examples.find(({ violation }) => violation === 'syntax');
  if (unreadable === undefined)
    throw new Error('The contract has no example with "x-violation: syntax" among its answers.');
  return { byKey: [wrongKey, ...otherKeys], byOrder, unreadable };
}

/** Finds the example that this request provokes, if any. */
export function findProvoked(
  examples: readonly DocumentedExample[],
  request: RequestContext,
): DocumentedExample | undefined {
  return examples.find(({ provokedBy }) =>
    Object.entries(provokedBy).every(([expression, value]) => evaluate(expression, { request }) === value),
  );
}

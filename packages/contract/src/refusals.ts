import type { Contract, Example } from './contract.ts';
import { evaluate, parseExpression, type RequestContext } from './expression.ts';

/** One example of a documented response, and where it stands. */
export interface DocumentedExample extends Example {
  status: number;
  /** Its name in the contract. */
  name: string;
}

/** The runtime expression for the key, which provokes two of the refusals. */
export const KEY = '$request.header.Authorization';

/** The documented refusals, by what causes them. */
export interface Refusals {
  /** The key is missing or malformed. */
  missingKey: DocumentedExample;
  /** The key is well-formed and wrong. The first one stands for every wrong key. */
  wrongKey: readonly [DocumentedExample, ...DocumentedExample[]];
  /** The order code is not known, or has another form. The first one stands for every unknown code. */
  order: readonly [DocumentedExample, ...DocumentedExample[]];
  /** A declared header or query parameter has the value that provokes it. */
  parameter: readonly DocumentedExample[];
  /** The body is not JSON. */
  unreadable: DocumentedExample;
  /** The body or a parameter breaks the contract, in the way that `x-violation` names. */
  invalid: readonly [DocumentedExample, ...DocumentedExample[]];
}

/** Every response is held against them, and a contract does not change while it is in use. */
const known = new WeakMap<Contract, Refusals>();

/**
 * Sorts the contract's examples of refusals by what provokes them, once for each contract.
 *
 * @throws {Error} when the contract does not say how a missing or wrong key, an unknown order or an unreadable body is
 * refused, which lint reports earlier
 */
export function readRefusals(contract: Contract): Refusals {
  const refusals = known.get(contract) ?? sortRefusals(contract);
  known.set(contract, refusals);
  return refusals;
}

function sortRefusals(contract: Contract): Refusals {
  const examples = documentedExamples(contract);
  const provoked = (test: (part: string, name: string, value: string) => boolean) =>
    examples.filter(({ provokedBy }) =>
      Object.entries(provokedBy).some(([expression, value]) => {
        const parsed = parseExpression(expression);
        return parsed.part !== 'body' && test(parsed.part, parsed.name, value);
      }),
    );
  const isKey = (part: string, name: string) => part === 'header' && name.toLowerCase() === 'authorization';
  const invalid = examples.filter(({ violation }) => violation !== undefined && violation !== 'syntax');
  return {
    missingKey: first(
      provoked((part, name, value) => isKey(part, name) && value === ''),
      `"x-provoked-by: { ${KEY}: '' }"`,
    )[0],
    wrongKey: first(
      provoked((part, name, value) => isKey(part, name) && value !== ''),
      `"x-provoked-by: { ${KEY}: Token … }"`,
    ),
    order: first(
      provoked((part) => part === 'path'),
      `"x-provoked-by: { $request.path.${contract.orderCode.name}: … }"`,
    ),
    parameter: provoked((part, name) => part !== 'path' && !isKey(part, name)),
    unreadable: first(
      examples.filter(({ violation }) => violation === 'syntax'),
      '"x-violation: syntax"',
    )[0],
    invalid: first(invalid, '"x-violation"'),
  };
}

/** Every example of a documented response, in the contract's order. */
export function documentedExamples({ responses }: Contract): DocumentedExample[] {
  return responses.flatMap(({ status, examples }) =>
    Object.entries(examples).map(([name, example]) => ({ ...example, status, name })),
  );
}

/** Finds the example that this request provokes: every part that the example names has the value that it names. */
export function findProvoked<Provoked extends Pick<Example, 'provokedBy'>>(
  examples: readonly Provoked[],
  request: RequestContext,
): Provoked | undefined {
  return examples.find(({ provokedBy }) =>
    Object.entries(provokedBy).every(
      ([expression, value]) => (evaluate(expression, { request }) ?? '') === value,
    ),
  );
}

function first(
  examples: DocumentedExample[],
  wanted: string,
): readonly [DocumentedExample, ...DocumentedExample[]] {
  const [one, ...others] = examples;
  if (one !== undefined) return [one, ...others];
  throw new Error(`No example of a response in the contract has ${wanted}. Add one.`);
}

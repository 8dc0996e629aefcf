import type { Contract, ResponseDescription } from '@ax-cloud/contract/contract';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { KEY, readRefusals } from '@ax-cloud/contract/refusals';
import { bareExample, withStatus } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { allowsBody } from '@ax-cloud/contract/schema-check';

/** What makes the mock respond so: parts of a request that is a valid cancel otherwise. */
export interface Provocation {
  /** By runtime expression, as `x-provoked-by` has them. An empty value stands for a part that is missing. */
  parts: Readonly<Record<string, string>>;
  /** The text of the body. */
  body?: string;
  /** The value of the header `Prefer`. */
  prefer?: string;
}

/** The word that no server knows as a status. */
const NO_STATUS = 'Canceled';

/** What brings a documented response about: the values that its examples name, a body that breaks the contract, or `Prefer`. */
export function provocationsOf(contract: Contract, { status, examples }: ResponseDescription): Provocation[] {
  if (status === contract.success.status) return [validCancel(contract)];
  const { unreadable, invalid } = readRefusals(contract);
  const named = Object.values(examples).filter(({ provokedBy }) => Object.keys(provokedBy).length > 0);
  const found = [
    ...named.map(({ provokedBy }): Provocation => ({ parts: provokedBy })),
    ...(invalid.some((one) => one.status === status)
      ? [{ parts: {}, body: shortestInvalidBody(contract) }]
      : []),
    ...(unreadable.status === status ? [{ parts: {}, body: '{' }] : []),
  ];
  return found.length > 0 ? found : [{ parts: {}, prefer: `code=${status}` }];
}

/** What brings a scenario about: its order code. */
export function scenarioProvocation({ orderCode }: Contract, { code }: Scenario): Provocation {
  return { parts: { [`$request.path.${orderCode.name}`]: code } };
}

/** The order of the contract's example, with a key that the mock knows nothing bad of. */
function validCancel(contract: Contract): Provocation {
  const { orderCode } = contract;
  return {
    parts: {
      [KEY]: [schemeOf(contract), 'any-key'].join(' ').trim(),
      [`$request.path.${orderCode.name}`]: String(orderCode.example),
    },
  };
}

/** The shortest body that the contract does not allow. */
function shortestInvalidBody(contract: Contract): string {
  if (!allowsBody(contract, {})) return '{}';
  return JSON.stringify(withStatus(contract, bareExample(contract), NO_STATUS));
}

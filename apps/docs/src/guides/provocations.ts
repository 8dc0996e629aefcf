import type { Contract, ResponseDescription } from '@ax-cloud/contract/contract';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { KEY, readRefusals } from '@ax-cloud/contract/refusals';
import { bareExample, withStatus } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { allowsBody } from '@ax-cloud/contract/schema-check';

/** The parts of an otherwise valid cancel that provoke a response of the mock. */
export interface Provocation {
  /** By runtime expression, as in `x-provoked-by`. An empty value means a missing part. */
  parts: Readonly<Record<string, string>>;
  /** The text of the body. */
  body?: string;
  /** The value of the header `Prefer`. */
  prefer?: string;
}

/** A word that is not a status. */
const NO_STATUS = 'Canceled';

/** The provocations of a documented response: the values that its examples name, an invalid body, or `Prefer`. */
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

/** The provocation of a scenario: its order code. */
export function scenarioProvocation({ orderCode }: Contract, { code }: Scenario): Provocation {
  return { parts: { [`$request.path.${orderCode.name}`]: code } };
}

/** A cancel of the contract's example order, with a key that the mock accepts. */
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

import type { Contract } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { conclude } from '@ax-cloud/contract/outcomes';
import type { Scenario } from '@ax-cloud/contract/scenarios';

/**
 * Lists what can be provoked: the documented responses with the values that provoke them, and the scenarios.
 *
 * @returns the lines to print
 */
export function listScenarios({ responses, version }: Contract, scenarios: Iterable<Scenario>): string[] {
  const documented = responses.flatMap(({ status, examples }) =>
    Object.entries(examples).flatMap(([name, { summary, provokedBy }]) =>
      Object.entries(provokedBy).map(([expression, value]) => [
        describe(expression, value),
        `${status} ${name}: ${summary}`,
      ]),
    ),
  );
  const beyond = [...scenarios].flatMap((scenario) => [
    [`order ${scenario.code}`, `${scenario.name}: ${scenario.happens.en}`],
    ['', `  → ${conclude(scenario, 'en')}`],
  ]);
  return [
    `Documented (contract ${version})`,
    ...inColumns(documented),
    '',
    'Scenarios, which the contract does not document',
    ...inColumns(beyond),
  ];
}

function describe(expression: string, value: string): string {
  const parsed = parseExpression(expression);
  if (parsed.part === 'body') return `body ${parsed.pointer}: ${value}`;
  if (parsed.part === 'path') return `order ${value}`;
  return `${parsed.part} ${parsed.name}: ${value === '' ? '(missing or malformed)' : value}`;
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([provoked = '']) => provoked.length));
  return rows.map(([provoked = '', response]) => `  ${provoked.padEnd(width)}  ${response}`);
}

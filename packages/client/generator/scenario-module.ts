import type { Scenario } from '@ax-cloud/contract/scenarios';
import { literal } from './literal.ts';

/** The scenarios, without their texts for people, as the text of a module. */
export function scenarioModule(scenarios: readonly Scenario[]): string {
  const rows = scenarios.map(({ code, name, status, headers, body, fault }) => ({
    code,
    name,
    status,
    headers,
    body,
    fault,
  }));
  return [
    "import type { Scenario as DescribedScenario } from '@ax-cloud/contract/scenarios';\n",
    '/** Something beyond the contract that the mock fetch does at an order code of its own. */',
    "export type Scenario = Omit<DescribedScenario, 'happens' | 'outcome' | 'advice'>;\n",
    `export const SCENARIOS: readonly Scenario[] = ${literal(rows)};\n`,
  ].join('\n');
}

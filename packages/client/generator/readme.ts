import type { Contract, Language } from '@ax-cloud/contract/contract';
import { replaceBetweenMarkers, scenarioTable } from '@ax-cloud/contract/scenario-table';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { readmeExamples } from './readme-examples.ts';
import { readmeTables } from './readme-tables.ts';

/**
 * Fills the derived parts of a README, each between two lines that name it.
 *
 * @throws {Error} when the README does not have the lines of a part
 */
export function fillReadme(
  readme: string,
  contract: Contract,
  scenarios: readonly Scenario[],
  language: Language,
): string {
  const parts = new Map([
    ...readmeTables(contract, language),
    ['scenarios', scenarioTable(scenarios, language)],
  ]);
  for (const [name, code] of readmeExamples(contract)) parts.set(`example-${name}`, codeBlock(code));
  return [...parts].reduce((text, [name, content]) => replaceBetweenMarkers(text, name, content), readme);
}

/**
 * Fills the first example into a README of the repository.
 *
 * @throws {Error} as {@link fillReadme}
 */
export function fillRootReadme(readme: string, contract: Contract): string {
  return replaceBetweenMarkers(
    readme,
    'example-cancel',
    codeBlock(readmeExamples(contract).get('cancel') ?? ''),
  );
}

function codeBlock(code: string): string {
  return ['```ts', code, '```'].join('\n');
}

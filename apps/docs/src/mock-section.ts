import type { Contract, Language } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import { markdownTable, scenarioTable } from '@ax-cloud/contract/scenario-table';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { TEXTS } from './texts.ts';

/** Where the mock listens when it is started without options. */
export const MOCK_ORIGIN = 'http://127.0.0.1:4010';

/**
 * Describes how to get each documented response from the mock, and its scenarios, as a section for the end of the contract's
 * introduction.
 *
 * @returns Markdown, whose first table has a row for each value that the contract names (`x-provoked-by`)
 */
export function describeMock(contract: Contract, scenarios: readonly Scenario[], language: Language): string {
  const { mock } = TEXTS[language];
  const rows = documentedExamples(contract).flatMap(({ status, summary, provokedBy }) =>
    Object.entries(provokedBy).map(([expression, value]) => [
      describeSent(expression, value, mock.missing),
      `\`${status}\``,
      summary,
    ]),
  );
  return [
    `# ${mock.title}`,
    '',
    mock.introduction,
    '',
    markdownTable([mock.columns, ...rows]),
    '',
    mock.scenarios,
    '',
    scenarioTable(scenarios, language),
  ].join('\n');
}

/** Describes a part of the request and its value. An empty value means missing or malformed. */
export function describeSent(expression: string, value: string, missing: string): string {
  const parsed = parseExpression(expression);
  const name = parsed.part === 'body' ? expression : parsed.name;
  return value === '' ? `\`${name}\` ${missing}` : `\`${name}: ${value}\``;
}

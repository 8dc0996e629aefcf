import type { Contract, Language } from '@ax-cloud/contract/contract';
import { TEXTS } from './texts.ts';

/**
 * Describes how to get each documented answer out of the mock, as a section for the end of the contract's introduction.
 *
 * @returns Markdown, whose table has a row for each value that the contract names (`x-provoked-by`)
 */
export function describeProvokingValues({ responses }: Contract, language: Language): string {
  const { mock } = TEXTS[language];
  const rows = responses.flatMap(({ status, examples }) =>
    Object.values(examples).flatMap(({ summary, provokedBy }) =>
      Object.entries(provokedBy).map(
        ([expression, value]) => `| \`${placeOf(expression)}: ${value}\` | \`${status}\` | ${summary} |`,
      ),
    ),
  );
  return [
    `# ${mock.title}`,
    '',
    mock.introduction,
    '',
    `| ${mock.columns.join(' | ')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    mock.faults,
  ].join('\n');
}

/** The header or the parameter that a runtime expression points at. */
function placeOf(expression: string): string {
  return expression.replace(/^\$request\.(header|path)\./, '');
}

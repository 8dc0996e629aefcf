import type { Language } from './contract.ts';
import { conclude } from './outcomes.ts';
import type { Scenario } from './scenarios.ts';

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: ['order code', 'scenario', 'what happens', 'what to conclude'],
  ko: ['주문 코드', '시나리오', '동작', '결과와 조치'],
};

/** Writes the scenarios as a Markdown table, one row each, without a line break at its end. */
export function scenarioTable(scenarios: readonly Scenario[], language: Language): string {
  const titles = TITLES[language];
  const rows = scenarios.map((scenario) => [
    `\`${scenario.code}\``,
    `\`${scenario.name}\``,
    scenario.happens[language],
    conclude(scenario, language),
  ]);
  return markdownTable([titles, ...rows]);
}

/**
 * Puts content between the lines `<!-- NAME:start -->` and `<!-- NAME:end -->` of a Markdown text, in place of what stands there.
 *
 * @throws {Error} when the text does not have each of the two markers once, in this order
 */
export function replaceBetweenMarkers(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before = '', rest, ...moreStarts] = text.split(start);
  const [, after, ...moreEnds] = (rest ?? '').split(end);
  if (after === undefined || before.includes(end) || moreStarts.length > 0 || moreEnds.length > 0) {
    throw new Error(`The text must have "${start}" once and "${end}" once after it. Add the two lines.`);
  }
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

/** Writes rows as a Markdown table, without a line break at its end. The first row has the titles. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [titles = [], ...rest] = rows;
  return [titles, titles.map(() => '---'), ...rest].map(toRow).join('\n');
}

/** Escapes line breaks and bars, which would end the cell. */
function toRow(cells: readonly string[]): string {
  return `| ${cells
    .map((cell) =>
      cell
        .trim()
        .replaceAll(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    )
    .join(' | ')} |`;
}

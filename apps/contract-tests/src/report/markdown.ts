import type { Report, ReportedQuestion } from '@ax-cloud/contract/report';
import type { Bilingual } from '../bilingual.ts';
import { OUTCOMES } from './result.ts';
import {
  type CauseGroup,
  failuresByCause,
  figures,
  HEADINGS,
  identity,
  OUTCOME_NAMES,
  printable,
  remarkable,
  requestLine,
  telling,
} from './wording.ts';

type Language = keyof Bilingual;

/** The run for a mail or an issue, first in Korean, then in English: verdict, failures, answers to act on, figures. */
export function toMarkdown(report: Report): string {
  return printable(`${summarize(report, 'ko')}\n---\n\n${summarize(report, 'en')}`);
}

function summarize(report: Report, language: Language): string {
  const { summary } = report;
  const failures = failuresByCause(report);
  const answers = remarkable(report);
  const heading = (one: Bilingual) => ['', `### ${one[language]}`, ''];
  const counts = OUTCOMES.map((one) => `${OUTCOME_NAMES[one][language]} ${summary.counts[one]}`).join(', ');
  return [
    `## ${HEADINGS[summary.verdict][language]}: ${text(summary.sentence[language])}`,
    '',
    ...summary.reasons.map((one) => `- ${text(one[language])}`),
    ...(failures.length === 0 ? [] : heading(HEADINGS.failures)),
    ...failures.flatMap((group) => failureLines(group, language)),
    ...(answers.length === 0 ? [] : heading(HEADINGS.questions)),
    ...answers.flatMap((answer) => answerLines(answer, language)),
    '',
    `${counts}. ${figures(report)[language]}`,
    '',
    ...Object.entries(identity(report)).map(([name, value]) => `- ${name}: ${code(value)}`),
    '',
  ].join('\n');
}

function failureLines([first, ...others]: CauseGroup, language: Language): string[] {
  const { id, title, remarks, exchange } = first;
  const ids = others.map((one) => code(one.id)).join(', ');
  return [
    `- **${code(id)}** ${text(title[language])}`,
    ...remarks.map((one) => `  - ${HEADINGS.cause[language]}: ${text(one[language])}`),
    ...(exchange === null ? [] : [`  - ${HEADINGS.request[language]}: ${code(requestLine(exchange))}`]),
    ...(others.length === 0 ? [] : [`  - ${HEADINGS.same[language]} (${others.length}): ${ids}`]),
  ];
}

function answerLines(answer: ReportedQuestion, language: Language): string[] {
  const { id, title, state, takenText, readingText, change } = answer;
  const server = HEADINGS.server[language];
  return [
    `- **${code(id)}** ${text(title[language])}`,
    `  - ${HEADINGS.contract[language]}: ${text(takenText[language])}`,
    ...(readingText === null ? [] : [`  - ${server}: ${text(readingText[language])}`]),
    ...telling(answer).map((one) => {
      const response = `${code(one.case)}: ${code(one.actual ?? '–')}`;
      return state === 'mixed' ? `  - ${server}: ${text(one.says[language])} ${response}` : `  - ${response}`;
    }),
    ...(change === null ? [] : [`  - ${text(change[language])}`]),
  ];
}

/** Escapes Markdown in prose, except code between backticks. */
function text(prose: string): string {
  return prose
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&')))
    .join('');
}

/** Inline code with any content: its fence is longer than any run of backticks in it. */
function code(content: string): string {
  const line = content.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

import { styleText } from 'node:util';
import type { Report, ReportedQuestion } from '@ax-cloud/contract/report';
import { type CaseResult, OUTCOMES } from './result.ts';
import { type CauseGroup, failuresByCause, figures, printable, remarkable, telling } from './wording.ts';

/** How a run is printed. */
export interface TerminalStyle {
  color: boolean;
  /** Prints only failures and the end. */
  quiet: boolean;
  /** The length of the longest id. */
  width: number;
}

type Style = Parameters<typeof styleText>[0];

const MARKS: Record<CaseResult['outcome'], [mark: string, style: Style]> = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  observed: ['◦', 'yellow'],
  skipped: ['–', 'gray'],
  'not run': ['-', 'gray'],
  error: ['!', 'red'],
};

const VERDICT_STYLES = {
  passed: 'green',
  incomplete: 'yellow',
  failed: 'red',
  'could not run': 'red',
} as const;

/** A comment of 5,000 characters would fill the terminal. The report has the whole line. */
const LONGEST_LINE = 300;

/** The lines for a case that has ended: its outcome and its remarks. */
export function caseLines({ id, title, outcome, remarks }: CaseResult, style: TerminalStyle): string[] {
  if (style.quiet && outcome !== 'failed' && outcome !== 'error') return [];
  const [mark, color] = MARKS[outcome];
  return [
    `${paint(style, color, mark)} ${id.padEnd(style.width)}  ${title.en}`,
    ...remarks.map(({ en }) => paint(style, color, `    ${outcome}: ${printable(en)}`)),
  ];
}

/** The lines for the end of a run: the verdict and its reasons, failures, answers to act on, counts. */
export function endLines(report: Report, style: TerminalStyle): string[] {
  const { summary, runId, target, contract } = report;
  const { counts, verdict } = summary;
  const failures = failuresByCause(report);
  const answers = remarkable(report);
  return [
    '',
    paint(style, ['bold', VERDICT_STYLES[verdict]], `${verdict}: ${printable(summary.sentence.en)}`),
    ...summary.reasons.map(({ en }) => `  ${printable(en)}`),
    ...(failures.length === 0 ? [] : ['', paint(style, 'bold', 'What failed:')]),
    ...failures.flatMap((group) => failureLines(group, style)),
    ...(answers.length === 0
      ? []
      : ['', paint(style, 'bold', 'Questions whose answer differs from the contract, or is mixed:')]),
    ...answers.flatMap((answer) => answerLines(answer, style)),
    '',
    `${target.baseUrl}, contract ${contract.version}, run ${runId}`,
    figures(report).en,
    OUTCOMES.map((outcome) => `${outcome} ${counts[outcome]}`).join(', '),
    `contract: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  ];
}

function failureLines([first, ...others]: CauseGroup, style: TerminalStyle): string[] {
  const { id, title, expected, remarks, exchange } = first;
  return [
    paint(style, 'red', `  ${id}: ${title.en}`),
    `      expected: ${expected.en}`,
    ...remarks.map(({ en }) => `      cause: ${printable(en)}`),
    ...(others.length === 0
      ? []
      : [`      the same in ${others.length} more: ${others.map(({ id }) => id).join(', ')}`]),
    ...(exchange?.curl.split('\n') ?? []).map((line) => `      ${shorten(printable(line))}`),
  ];
}

function answerLines(answer: ReportedQuestion, style: TerminalStyle): string[] {
  const { id, title, state, takenText, readingText, change } = answer;
  return [
    paint(style, 'yellow', `  ${id}: ${title.en}`),
    `      contract: ${takenText.en}`,
    ...(readingText === null ? [] : [`      this server: ${readingText.en}`]),
    ...telling(answer).flatMap((one) => [
      `      ${state === 'mixed' ? `this server: ${one.says.en} ` : ''}(${one.case}: ${printable(one.actual ?? 'no response')})`,
    ]),
    ...(change === null ? [] : [`      ${change.en}`]),
  ];
}

function shorten(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…'` : line;
}

function paint({ color }: TerminalStyle, format: Style, text: string): string {
  return color ? styleText(format, text, { validateStream: false }) : text;
}

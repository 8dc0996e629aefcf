import { readFileSync } from 'node:fs';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Report, ReportedCase, ReportedQuestion } from '@ax-cloud/contract/report';
import { EXIT_CODES } from './result.ts';
import { printable } from './wording.ts';

/** What two reports are compared by: version 1 of the schema, which has neither `schemaVersion` nor `state`, has it, too. */
export interface ComparableReport {
  schemaVersion?: 2;
  summary: Pick<Report['summary'], 'verdict' | 'ordersCancelled' | 'requests'>;
  cases: readonly Pick<ReportedCase, 'id' | 'outcome' | 'actual' | 'remarks'>[];
  questions: readonly (Pick<ReportedQuestion, 'id' | 'reading'> & { state?: ReportedQuestion['state'] })[];
}

/** What changed, and whether anything got worse. */
export interface ReportDiff {
  lines: string[];
  worse: boolean;
}

/**
 * Reads a report that a run has written, in version 1 or 2 of the schema.
 *
 * @throws {CommandError} when the file is not such a report
 */
export function readReport(path: string): ComparableReport {
  let value: Partial<ComparableReport> | null;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(
      `${path} cannot be read as a report: ${error instanceof Error ? error.message : error}`,
    );
  }
  const { schemaVersion, summary, cases, questions } = value ?? {};
  if (summary === undefined || !Array.isArray(cases) || !Array.isArray(questions)) {
    throw new CommandError(`${path} is not a report. Give a contract.json from AX_REPORT_DIR.`);
  }
  if (schemaVersion !== undefined && schemaVersion !== 2) {
    throw new CommandError(
      `${path} has schemaVersion ${schemaVersion}; these tests read 1 and 2. Use the tests that wrote it.`,
    );
  }
  return value as ComparableReport;
}

/** The ids of the cases that failed, for a run of these only. */
export function failedCases({ cases }: ComparableReport): string[] {
  return cases.flatMap(({ id, outcome }) => (BADNESS[outcome] === 2 ? [id] : []));
}

/** How bad an outcome is. A rise is a case that got worse. */
const BADNESS = { passed: 0, observed: 0, skipped: 1, 'not run': 1, failed: 2, error: 2 } as const;

/** Says what changed between two runs: outcomes of cases, cases that are new or gone, and readings of questions. */
export function diffReports(before: ComparableReport, after: ComparableReport): ReportDiff {
  const { summary: was } = before;
  const { summary: is } = after;
  const cases = pairs(before.cases, after.cases);
  const lines = [
    ...cases.flatMap(([id, old, now]) => {
      if (old === undefined) return [`+ ${id}: ${now?.outcome}`];
      if (now === undefined) return [`- ${id}: was ${old.outcome}`];
      const remarks = now.remarks.map(({ en }) => `      ${printable(en)}`);
      if (old.outcome !== now.outcome) return [`~ ${id}: ${old.outcome} → ${now.outcome}`, ...remarks];
      const changed = now.outcome === 'observed' && statusOf(old.actual) !== statusOf(now.actual);
      return changed ? [`~ ${id}: observed ${statusOf(old.actual)} → ${statusOf(now.actual)}`] : [];
    }),
    ...pairs(before.questions, after.questions).flatMap(([id, old, now]) =>
      answerOf(old) === answerOf(now) ? [] : [`? ${id}: ${answerOf(old)} → ${answerOf(now)}`],
    ),
  ];
  const order = Object.keys(EXIT_CODES);
  return {
    lines: [
      ...(lines.length === 0 ? ['Nothing changed.'] : lines),
      `${was.verdict} → ${is.verdict}; orders cancelled ${was.ordersCancelled} → ${is.ordersCancelled}; requests ${was.requests} → ${is.requests}`,
    ],
    worse:
      order.indexOf(is.verdict) > order.indexOf(was.verdict) ||
      cases.some(
        ([, old, now]) =>
          old !== undefined && now !== undefined && BADNESS[now.outcome] > BADNESS[old.outcome],
      ),
  };
}

/** The beginning of a response that stays the same between runs. */
function statusOf(actual: string | null): string {
  return printable(actual?.split(' ', 1)[0] ?? 'nothing');
}

function answerOf(question: ComparableReport['questions'][number] | undefined): string {
  return question?.reading ?? question?.state ?? 'unknown';
}

function pairs<One extends { id: string }>(
  before: readonly One[],
  after: readonly One[],
): [string, One | undefined, One | undefined][] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const find = (list: readonly One[], id: string) => list.find((one) => one.id === id);
  return [...ids].map((id) => [id, find(before, id), find(after, id)]);
}

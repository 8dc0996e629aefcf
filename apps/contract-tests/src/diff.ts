import { readFileSync } from 'node:fs';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Report } from './report.ts';

/**
 * Reads a report that a run has written.
 *
 * @throws {CommandError} when the file is none
 */
export function readReport(path: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(
      `${path} cannot be read as a report: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (typeof value === 'object' && value !== null && 'cases' in value && 'questions' in value)
    return value as Report;
  throw new CommandError(`${path} is not a report. Give a contract.json from AX_REPORT_DIR.`);
}

/**
 * Says what changed between two runs: outcomes of cases, cases that are new or gone, and readings of questions.
 *
 * @returns lines; one that says so when nothing changed
 */
export function diffReports(before: Report, after: Report): string[] {
  const lines = [
    ...pairs(before.cases, after.cases).flatMap(([id, old, now]) => {
      if (old === undefined) return [`+ ${id}: ${now?.outcome}`];
      if (now === undefined) return [`- ${id}: was ${old.outcome}`];
      const remarks = now.remarks.map(({ en }) => `      ${en}`);
      if (old.outcome !== now.outcome) return [`~ ${id}: ${old.outcome} → ${now.outcome}`, ...remarks];
      const changed = now.outcome === 'observed' && statusOf(old.actual) !== statusOf(now.actual);
      return changed ? [`~ ${id}: observed ${statusOf(old.actual)} → ${statusOf(now.actual)}`] : [];
    }),
    ...pairs(before.questions, after.questions).flatMap(([id, old, now]) =>
      old?.reading === now?.reading
        ? []
        : [`? ${id}: ${old?.reading ?? 'unknown'} → ${now?.reading ?? 'unknown'}`],
    ),
  ];
  const { summary: was } = before;
  const { summary: is } = after;
  return [
    ...(lines.length === 0 ? ['Nothing changed.'] : lines),
    `${was.verdict} → ${is.verdict}; orders cancelled ${was.ordersCancelled} → ${is.ordersCancelled}; requests ${was.requests} → ${is.requests}`,
  ];
}

/** The beginning of a response that stays the same between runs. */
function statusOf(actual: string | null): string {
  return actual?.split(' ', 1)[0] ?? 'nothing';
}

function pairs<One extends { id: string }>(
  before: readonly One[],
  after: readonly One[],
): [string, One | undefined, One | undefined][] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const find = (list: readonly One[], id: string) => list.find((one) => one.id === id);
  return [...ids].map((id) => [id, find(before, id), find(after, id)]);
}

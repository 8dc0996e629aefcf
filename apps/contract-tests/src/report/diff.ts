import type { Report } from '@ax-cloud/contract/report';
import { columns } from '@ax-cloud/contract/table';
import { type ComparableReport, hasFailed } from './read-report.ts';
import { EXIT_CODES } from './result.ts';
import { printable } from './wording.ts';

/** A report and its file. */
export interface ReportFile {
  path: string;
  report: ComparableReport;
}

/** What differs, and whether anything got worse from one report to the next. */
export interface ReportDiff {
  lines: string[];
  worse: boolean;
}

/** A row of the table: a name, a value for each report, and the lines below it. */
interface Row {
  name: string;
  values: string[];
  below?: string[];
}

type ComparableCase = ComparableReport['cases'][number];

/** How bad an outcome is. A case whose number rises got worse. */
const BADNESS = { passed: 0, observed: 0, skipped: 1, 'not run': 1, failed: 2, error: 2 } as const;
const ABSENT = '–';

/**
 * Compares runs of several environments, or of one at different times, in a table: a column for each report, and a row for each
 * case and each question whose results differ.
 *
 * @param all whether equal results have a row, too
 */
export function diffReports(files: readonly ReportFile[], all: boolean): ReportDiff {
  const reports = files.map(({ report }) => report);
  const names = columnNames(files);
  const sections: [heading: string, rows: Row[]][] = [
    ['Questions', questionRows(reports)],
    ['Cases', caseRows(reports, names)],
  ];
  const shown = sections
    .map(([heading, rows]) => [heading, all ? rows : rows.filter(differs)] as const)
    .filter(([, rows]) => rows.length > 0);
  const summary = summaryRows(reports);
  const header: Row = { name: '', values: names };
  const print = printerOf([header, ...summary, ...shown.flatMap(([, rows]) => rows)]);
  return {
    lines: [
      ...print(header),
      ...summary.flatMap(print),
      ...shown.flatMap(([heading, rows]) => ['', heading, ...rows.flatMap(print)]),
      ...(sections.some(([, rows]) => rows.some(differs)) ? [] : ['', 'Nothing differs.']),
    ],
    worse: reports.some((report, index) => {
      const before = reports[index - 1];
      return before !== undefined && isWorse(before, report);
    }),
  };
}

function isWorse(before: ComparableReport, after: ComparableReport): boolean {
  const order = Object.keys(EXIT_CODES);
  if (order.indexOf(after.summary.verdict) > order.indexOf(before.summary.verdict)) return true;
  return after.cases.some((now) => {
    const old = before.cases.find(({ id }) => id === now.id);
    return old !== undefined && BADNESS[now.outcome] > BADNESS[old.outcome];
  });
}

/** The names of the targets. Equal names get the time, and the file if the time is also equal. */
function columnNames(files: readonly ReportFile[]): string[] {
  const targets = files.map(({ report, path }) => nameOf(report.target) ?? path);
  const isUnique = (names: readonly string[], name: string) => names.filter((one) => one === name).length < 2;
  const timed = files.map(({ report: { startedAt } }, index) => {
    const name = targets[index] ?? '';
    return isUnique(targets, name) || startedAt === undefined ? name : `${name} ${startedAt.slice(0, 19)}Z`;
  });
  return timed.map((name, index) => printable(isUnique(timed, name) ? name : (files[index]?.path ?? name)));
}

function nameOf(target: Report['target'] | undefined): string | undefined {
  return target?.kind === 'server' ? (URL.parse(target.baseUrl)?.host ?? target.baseUrl) : target?.kind;
}

function summaryRows(reports: readonly ComparableReport[]): Row[] {
  const row = (name: string, value: (summary: ComparableReport['summary']) => string | number) => ({
    name,
    values: reports.map(({ summary }) => String(value(summary))),
  });
  return [
    row('verdict', ({ verdict }) => verdict),
    row('orders cancelled', ({ ordersCancelled }) => ordersCancelled),
    row('requests', ({ requests }) => requests),
  ];
}

function questionRows(reports: readonly ComparableReport[]): Row[] {
  return rowsOf(
    reports.map(({ questions }) => questions),
    // A run against the mock has no questions, so it answers none.
    (question) => question?.reading ?? question?.state ?? 'unknown',
  ).map(({ name, values }) => ({ name, values }));
}

function caseRows(reports: readonly ComparableReport[], names: readonly string[]): Row[] {
  return rowsOf(
    reports.map(({ cases }) => cases),
    (one) => (one === undefined ? ABSENT : outcomeOf(one)),
  ).map(({ name, values, found }) => ({
    name,
    values,
    below: found.flatMap((one, index) =>
      one === undefined || !hasFailed(one)
        ? []
        : one.remarks.map(({ en }) => `    ${names[index]}: ${printable(en)}`),
    ),
  }));
}

/** The outcome, and for an observation the status, which should be the same in every run. */
function outcomeOf({ outcome, actual }: ComparableCase): string {
  return outcome === 'observed' ? `observed ${printable(actual?.split(' ', 1)[0] ?? 'nothing')}` : outcome;
}

/** A row for each id that one of the lists has. */
function rowsOf<One extends { id: string }>(
  lists: readonly (readonly One[])[],
  value: (one: One | undefined) => string,
): (Row & { found: (One | undefined)[] })[] {
  const ids = new Set(lists.flat().map(({ id }) => id));
  return [...ids].map((name) => {
    const found = lists.map((list) => list.find(({ id }) => id === name));
    return { name, values: found.map(value), found };
  });
}

function differs({ values }: Row): boolean {
  return new Set(values).size > 1;
}

/** Makes the function that prints rows with the column widths of all rows. */
function printerOf(rows: readonly Row[]): (row: Row) => string[] {
  const lines = columns(rows.map(({ name, values }) => [name, ...values]));
  return (row) => [lines[rows.indexOf(row)] ?? '', ...(row.below ?? [])];
}

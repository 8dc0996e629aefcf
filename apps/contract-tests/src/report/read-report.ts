import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Report, ReportedCase, ReportedQuestion } from '@ax-cloud/contract/report';

/** The parts of a report that are compared. Version 1 of the schema has them, too, but no `schemaVersion` and no `state`. */
export interface ComparableReport {
  schemaVersion?: 2;
  target?: Report['target'];
  startedAt?: string;
  summary: Pick<Report['summary'], 'verdict' | 'ordersCancelled' | 'requests'>;
  cases: readonly Pick<ReportedCase, 'id' | 'outcome' | 'actual' | 'remarks'>[];
  questions: readonly (Pick<ReportedQuestion, 'id' | 'reading'> & { state?: ReportedQuestion['state'] })[];
}

/**
 * Reads the report of a run, in version 1 or 2 of the schema.
 *
 * @throws {CommandError} when the file is not such a report
 */
export function readReport(path: string): ComparableReport {
  if (!existsSync(path))
    throw new CommandError(`There is no report ${path}. Give a contract.json from AX_REPORT_DIR.`);
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

/** The ids of the cases that failed. */
export function failedCases({ cases }: ComparableReport): string[] {
  return cases.filter(hasFailed).map(({ id }) => id);
}

/** Whether a case failed, by the server's fault or by the suite's. */
export function hasFailed({ outcome }: Pick<ReportedCase, 'outcome'>): boolean {
  return outcome === 'failed' || outcome === 'error';
}

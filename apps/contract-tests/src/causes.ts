import type { ReportedCase } from './report.ts';

/** Failures of one cause: the first, and those that say the same. */
export interface CauseGroup {
  first: ReportedCase;
  others: readonly ReportedCase[];
}

/** Puts failures together whose causes are the same but for what was sent, so that one fault is read once. */
export function groupByCause(failures: readonly ReportedCase[]): CauseGroup[] {
  const groups = new Map<string, ReportedCase[]>();
  for (const failure of failures) {
    const cause = failure.remarks.map(({ en }) => en.replace(/^[^:]*: /, '')).join('\n');
    groups.set(cause, [...(groups.get(cause) ?? []), failure]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
}

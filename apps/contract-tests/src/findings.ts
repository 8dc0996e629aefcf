import type { Finding } from './run.ts';

/** A case and what came of it. */
export interface CaseResult {
  id: string;
  title: string;
  /** `error`: the suite itself failed. `not run`: the run ended before the case. */
  outcome: Finding['outcome'] | 'error' | 'not run';
  /** What there is to say: problems, the observation, the reason, or the error; empty when it passed without a note. */
  remarks: readonly string[];
}

/** The outcomes in the order in which a summary names them. */
export const OUTCOMES = ['passed', 'failed', 'observed', 'skipped', 'error', 'not run'] as const;

/** How many cases had each outcome. */
export function countOutcomes(results: readonly CaseResult[]): Record<CaseResult['outcome'], number> {
  const count = (outcome: CaseResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as ReturnType<
    typeof countOutcomes
  >;
}

/** What a finding has to say. */
export function remarksOf(finding: Finding): readonly string[] {
  switch (finding.outcome) {
    case 'passed':
      return finding.note === undefined ? [] : [finding.note];
    case 'failed':
      return finding.problems;
    case 'observed':
      return [finding.observation];
    case 'skipped':
      return [finding.reason];
  }
}

/** 0 when nothing failed, 1 when the server breaks the contract, 2 when the run proves nothing because it did not work. */
export function exitCode(results: readonly CaseResult[]): 0 | 1 | 2 {
  const { passed, failed, error, observed, 'not run': notRun } = countOutcomes(results);
  if (error > 0 || notRun > 0 || passed + failed + observed === 0) return 2;
  return failed > 0 ? 1 : 0;
}

import type { Bilingual } from './bilingual.ts';
import type { Need, Verdict } from './case.ts';

/** An exchange as a report shows it: without the key and the codes of other channels. */
export interface ExchangeRecord {
  /** A command that repeats the request, with the key in `$AX_API_KEY`. */
  curl: string;
  request: { method: string; url: string; headers: Record<string, string>; body: string | null };
  /** Null when there was no complete response. */
  response: { status: number; headers: Record<string, string>; body: string } | null;
  durationMs: number;
}

/** What came of a case: a verdict, or why it did not run. */
export interface Finding {
  outcome: Verdict['outcome'] | 'skipped';
  remarks: readonly Bilingual[];
  answers: Readonly<Record<string, string>>;
  /** The last response in one line, or why there was none; null when nothing was sent. */
  actual: string | null;
  exchange: ExchangeRecord | null;
  /** The durations of all its requests, in milliseconds. */
  durationsMs: readonly number[];
}

/** A case and what came of it. */
export interface CaseResult extends Omit<Finding, 'outcome'> {
  id: string;
  title: Bilingual;
  expects: Bilingual;
  needs: Need;
  /** `error`: the suite itself failed. `not run`: the run ended before the case. */
  outcome: Finding['outcome'] | 'error' | 'not run';
}

/** The outcomes in the order in which a summary names them. */
export const OUTCOMES = ['passed', 'failed', 'observed', 'skipped', 'error', 'not run'] as const;

/** How many cases had each outcome. */
export function countOutcomes(
  results: readonly Pick<CaseResult, 'outcome'>[],
): Record<CaseResult['outcome'], number> {
  const count = (outcome: CaseResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as ReturnType<
    typeof countOutcomes
  >;
}

/** 0 when nothing failed, 1 when the server breaks the contract, 2 when the run proves nothing because it did not work. */
export function exitCode(results: readonly CaseResult[]): 0 | 1 | 2 {
  const { passed, failed, error, observed, 'not run': notRun } = countOutcomes(results);
  if (error > 0 || notRun > 0 || passed + failed + observed === 0) return 2;
  return failed > 0 ? 1 : 0;
}

import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { Report, ReportedCase } from '@ax-cloud/contract/report';
import type { Finding, Level, Need } from '../cases/verdict.ts';
import type { OrderLists } from '../run/orders.ts';

/** The outcomes in the order of a summary. */
export const OUTCOMES = [
  'passed',
  'failed',
  'observed',
  'skipped',
  'not run',
  'error',
] as const satisfies readonly ReportedCase['outcome'][];

/** A case with its finding. */
export interface CaseResult extends Finding {
  id: string;
  title: Bilingual;
  expects: Bilingual;
  level: Level;
  needs: Need;
  /** The statements of the page that it proves, and the questions of the ledger that it asks. */
  proves: readonly string[];
  asks: readonly string[];
}

/** What a run used up, and how it ended. */
export interface Spending {
  /** All requests, including those that were sent again. */
  requests: number;
  durationsMs: readonly number[];
  /** Requests that got no response and were sent again. */
  lost: number;
  orders: OrderLists;
  /** Why the run could not begin; undefined when it did. */
  obstacle: Bilingual | undefined;
  /** Why the run ended before its last case; undefined when it did not. */
  stopped: Bilingual | undefined;
  /** Whether an order could be cancelled. */
  cancelled: boolean;
}

/** The verdicts from best to worst, with the command's exit codes. */
export const EXIT_CODES = {
  passed: 0,
  incomplete: 3,
  failed: 1,
  'could not run': 2,
} as const satisfies Record<Report['summary']['verdict'], Report['summary']['exitCode']>;

/** What a run claims, and what keeps it from claiming more. */
export type Judgement = Pick<Report['summary'], 'verdict' | 'sentence' | 'reasons'>;

/** What is known about a run when it is over. */
export interface RunFacts {
  results: readonly CaseResult[];
  spending: Spending;
  /** Part of the comments that the run sent. */
  runId: string;
  startedAt: Date;
  seconds: number;
  contract: Omit<Report['contract'], 'page'>;
  target: Report['target'];
  options: Report['options'];
  /** How many cases there are without `--only`. */
  all: number;
  interrupted?: 'SIGINT' | 'SIGTERM' | undefined;
}

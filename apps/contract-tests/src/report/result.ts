import type { Bilingual, Ledger } from '@ax-cloud/contract/ledger';
import type { ExchangeRecord, Finding, Level, Need } from '../cases/verdict.ts';
import type { OrderLists } from '../run/orders.ts';

export type { ExchangeRecord };

/** The outcomes in the order in which a summary names them. */
export const OUTCOMES = ['passed', 'failed', 'observed', 'skipped', 'not run', 'error'] as const;

/** A case with what came of it. */
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

/** What a run has used up, and how it ended. */
export interface Spending {
  /** All requests, those that were sent again included. */
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

/** What a run comes to, from the best to the worst, with the exit code of the command. */
export const EXIT_CODES = { passed: 0, incomplete: 3, failed: 1, 'could not run': 2 } as const;

/** What a run claims, and what keeps it from claiming more. */
export interface Judgement {
  verdict: keyof typeof EXIT_CODES;
  sentence: Bilingual;
  reasons: Bilingual[];
}

/** What a run says of one question of the ledger; `report.schema.json` describes the fields. */
export interface QuestionAnswer {
  id: string;
  title: Bilingual;
  /** `mixed`: the evidence contradicts itself. `unknown`: there is none. */
  state: 'agrees' | 'differs' | 'mixed' | 'unknown';
  taken: string;
  takenText: Bilingual;
  reading: string | null;
  readingText: Bilingual | null;
  change: Bilingual | null;
  unasked: Bilingual | null;
  cases: string[];
  /** The most telling first. */
  evidence: EvidenceRecord[];
}

/** What the response of one case says of a question: the readings that a server may follow that responds so. */
export interface EvidenceRecord extends Pick<CaseResult, 'actual' | 'exchange'> {
  case: string;
  readings: readonly string[];
  says: Bilingual;
}

/** What is known of a run when it is over. */
export interface RunFacts {
  results: readonly CaseResult[];
  spending: Spending;
  /** Stands in the comments that the run has sent. */
  runId: string;
  startedAt: Date;
  seconds: number;
  contract: { version: string; sha256: string };
  target: { kind: 'mock' | 'server'; baseUrl: string };
  options: RunOptions;
  /** How many cases there are without `--only`. */
  all: number;
  interrupted?: 'SIGINT' | 'SIGTERM' | undefined;
}

/** What a run was told. */
interface RunOptions {
  /** The most orders that it may cancel; null for all that are given. */
  maxOrders: number | null;
  /** The most requests a second; null for as many as there are. */
  rate: number | null;
  concurrency: number;
  timeoutMs: number;
  /** What `--only` selects; empty for everything. */
  only: readonly string[];
}

/** A whole run, as `contract.json` holds it; `report.schema.json` describes every field. */
export interface Report {
  $schema: string;
  schemaVersion: 2;
  tool: { name: string; version: string; node: string };
  contract: { version: string; sha256: string; page: Ledger['page'] };
  target: RunFacts['target'];
  runId: string;
  options: RunOptions;
  startedAt: string;
  summary: Judgement & {
    exitCode: number;
    counts: Record<CaseResult['outcome'], number>;
    requests: number;
    lost: number;
    seconds: number;
    durationsMs: { p50: number; p95: number; max: number };
    ordersCancelled: number;
    ordersAlreadyCancelled: number;
    ordersUnknown: number;
  };
  cases: ReportedCase[];
  /** Empty for a run against the mock, which settles no question. */
  questions: QuestionAnswer[];
  /** The readings that the mock follows, by question. Only in a run against the mock. */
  mockAnswers?: Readonly<Record<string, string>>;
  statements: ReportedStatement[];
  orders: OrderLists;
}

/** One case of a run. */
export interface ReportedCase extends Omit<CaseResult, 'expects' | 'evidence' | 'durationsMs'> {
  expected: Bilingual;
  durationMs: number;
}

/** A statement of the page, and whether this run exercised it. */
export interface ReportedStatement extends Pick<Ledger['statements'][number], 'id' | 'place' | 'says'> {
  exercised: boolean;
  cases: string[];
  unchecked: string | null;
}

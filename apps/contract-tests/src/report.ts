import type { Ledger } from '@ax-cloud/contract/ledger';
import manifest from '../package.json' with { type: 'json' };
import type { Bilingual } from './bilingual.ts';
import { summarizeDurations } from './cases/response-statistics.ts';
import { type CaseResult, countOutcomes, type ExchangeRecord, exitCode } from './findings.ts';
import { answerQuestions, type QuestionAnswer } from './questions.ts';
import type { Spending } from './schedule.ts';
import type { Settings } from './settings.ts';

/** A whole run, as `contract.json` holds it; its form is published in `report.schema.json`. */
export interface Report {
  $schema: string;
  tool: { name: string; version: string };
  contract: { version: string; page: { title: string; version: number } };
  target: { kind: Settings['target']; baseUrl: string };
  startedAt: string;
  summary: {
    verdict: 'passed' | 'failed' | 'could not run';
    exitCode: 0 | 1 | 2;
    counts: Record<CaseResult['outcome'], number>;
    requests: number;
    ordersCancelled: number;
    ordersAlreadyCancelled: number;
    ordersUnknown: number;
    seconds: number;
    durationsMs: { p50: number; p95: number; max: number };
  };
  cases: ReportedCase[];
  /** The answers to the ledger's questions; empty for a run against the mock, which settles none. */
  questions: QuestionAnswer[];
  /** What the mock does, by question: the reading that it follows. Only in a run against the mock. */
  mockAnswers?: Readonly<Record<string, string>>;
  /** The statements of the page, and whether this run exercised them. */
  statements: { id: string; place: string; says: string; exercised: boolean; cases: string[] }[];
  orders: { cancelled: readonly string[]; alreadyCancelled: readonly string[]; unknown: readonly string[] };
}

/** One case of a run. */
export interface ReportedCase {
  id: string;
  title: Bilingual;
  outcome: CaseResult['outcome'];
  expected: Bilingual;
  actual: string | null;
  remarks: readonly Bilingual[];
  /** The ledger's questions that it asks. */
  question: string[];
  /** The exchange that decided; null when nothing was sent. */
  exchange: ExchangeRecord | null;
}

/** What a run found out, before it is a report. */
export interface RunRecord {
  results: readonly CaseResult[];
  spending: Spending;
  startedAt: Date;
  seconds: number;
}

/** Makes the report of a run. */
export function createReport(
  { results, spending, startedAt, seconds }: RunRecord,
  ledger: Ledger,
  { target, baseUrl }: Pick<Settings, 'target' | 'baseUrl'>,
  contractVersion: string,
): Report {
  const code = exitCode(results);
  const ran = new Set(
    results.filter(({ outcome }) => /passed|failed|observed/.test(outcome)).map(({ id }) => id),
  );
  return {
    $schema: './report.schema.json',
    tool: { name: 'ax-channel-contract-tests', version: manifest.version },
    contract: { version: contractVersion, page: ledger.page },
    target: { kind: target, baseUrl },
    startedAt: startedAt.toISOString(),
    summary: {
      verdict: (['passed', 'failed', 'could not run'] as const)[code],
      exitCode: code,
      counts: countOutcomes(results),
      requests: spending.requests,
      ordersCancelled: spending.ordersCancelled.length,
      ordersAlreadyCancelled: spending.ordersAlreadyCancelled.length,
      ordersUnknown: spending.ordersUnknown.length,
      seconds: Math.round(seconds * 100) / 100,
      durationsMs: summarizeDurations(spending.durationsMs),
    },
    cases: results.map((result) => ({
      id: result.id,
      title: result.title,
      outcome: result.outcome,
      expected: result.expects,
      actual: result.actual,
      remarks: result.remarks,
      question: ledger.questions.filter(({ cases }) => cases.includes(result.id)).map(({ id }) => id),
      exchange: result.exchange,
    })),
    ...answers(target, answerQuestions(ledger, results)),
    statements: ledger.statements.map(({ id, place, says, cases }) => ({
      id,
      place,
      says,
      exercised: cases.some((one) => ran.has(one)),
      cases,
    })),
    orders: {
      cancelled: spending.ordersCancelled,
      alreadyCancelled: spending.ordersAlreadyCancelled,
      unknown: spending.ordersUnknown,
    },
  };
}

/** A server answers the ledger's questions. What a mock does, it does because the contract says so, and settles nothing. */
function answers(
  target: Settings['target'],
  questions: QuestionAnswer[],
): Pick<Report, 'questions' | 'mockAnswers'> {
  if (target === 'server') return { questions };
  const answered = questions.flatMap(({ id, reading }) => (reading === null ? [] : [[id, reading] as const]));
  return { questions: [], mockAnswers: Object.fromEntries(answered) };
}

import type { Ledger } from '@ax-cloud/contract/ledger';
import type { Report, ReportedCase, ReportedQuestion } from '@ax-cloud/contract/report';
import manifest from '../../package.json' with { type: 'json' };
import { summarizeDurations } from '../cases/response-statistics.ts';
import { answerQuestions } from './questions.ts';
import { type CaseResult, EXIT_CODES, type RunFacts } from './result.ts';
import { countOutcomes, judge } from './verdict.ts';

/** Makes the report of a run. */
export function createReport(facts: RunFacts, ledger: Ledger): Report {
  const { results, spending, runId, startedAt, seconds, contract, target, options } = facts;
  const { orders } = spending;
  const judgement = judge(facts);
  return {
    $schema: './report.schema.json',
    schemaVersion: 2,
    tool: { name: 'ax-channel-contract-tests', version: manifest.version, node: process.version },
    contract: { ...contract, page: ledger.page },
    target,
    runId,
    options,
    startedAt: startedAt.toISOString(),
    summary: {
      ...judgement,
      exitCode: EXIT_CODES[judgement.verdict],
      counts: countOutcomes(results),
      requests: spending.requests,
      lost: spending.lost,
      seconds: Math.round(seconds * 100) / 100,
      durationsMs: summarizeDurations(spending.durationsMs),
      ordersCancelled: orders.cancelled.length,
      ordersAlreadyCancelled: orders.alreadyCancelled.length,
      ordersUnknown: orders.unknown.length,
    },
    cases: results.map(reportCase),
    ...answers(target.kind, answerQuestions(ledger, results)),
    statements: ledger.statements.map(({ id, place, says, unchecked = null }) => {
      const proving = results.filter(({ proves }) => proves.includes(id));
      const exercised = proving.some(({ outcome }) => ['passed', 'failed', 'observed'].includes(outcome));
      return { id, place, says: says.en, exercised, cases: proving.map((one) => one.id), unchecked };
    }),
    orders,
  };
}

function reportCase(result: CaseResult): ReportedCase {
  const { id, title, level, needs, outcome, expects, actual, remarks, proves, asks, exchange } = result;
  const durationMs = Math.round(result.durationsMs.reduce((sum, one) => sum + one, 0));
  return {
    id,
    title,
    level,
    needs,
    outcome,
    expected: expects,
    actual,
    remarks,
    proves,
    asks,
    durationMs,
    exchange,
  };
}

/** A server answers the ledger's questions. The mock does what the contract says, so it settles nothing. */
function answers(
  kind: 'mock' | 'server',
  questions: ReportedQuestion[],
): Pick<Report, 'questions' | 'mockAnswers'> {
  if (kind === 'server') return { questions };
  const answered = questions.flatMap(({ id, reading }) => (reading === null ? [] : [[id, reading] as const]));
  return { questions: [], mockAnswers: Object.fromEntries(answered) };
}

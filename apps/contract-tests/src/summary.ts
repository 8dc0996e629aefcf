import { groupByCause } from './causes.ts';
import { OUTCOMES } from './findings.ts';
import { SETTLES_NOTHING } from './questions.ts';
import type { Report, ReportedCase } from './report.ts';

/** What a QA engineer pastes: the answers to the ledger's questions, the failures once more, and the counts. */
export function summarize({ cases, questions, statements, summary, target }: Report): string[] {
  const failed = cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const answered = questions.filter(({ reading }) => reading !== null);
  const differing = answered.filter(({ reading, taken }) => reading !== taken);
  const { counts, durationsMs, ordersCancelled, ordersAlreadyCancelled, ordersUnknown, requests, seconds } =
    summary;
  const exercised = statements.filter((one) => one.exercised).length;
  return [
    '',
    target.kind === 'mock'
      ? SETTLES_NOTHING.en
      : `Open questions: ${answered.length} of ${questions.length} answered, ${differing.length} differ from the contract.`,
    ...differing.flatMap(({ id, title, taken, reading, change }) => [
      `  ${id}: ${title.en}`,
      `      the contract: ${taken}; this server: ${reading}`,
      ...(change === null ? [] : [`      ${change.en}`]),
    ]),
    ...(failed.length === 0 ? [] : ['', 'What failed:']),
    ...groupByCause(failed).flatMap(({ first, others }) => describe(first, others)),
    '',
    `${target.baseUrl}: ${summary.verdict}. ${requests} requests in ${seconds.toFixed(1)} s, half within ${durationsMs.p50} ms, 95 % within ${durationsMs.p95} ms; ${ordersCancelled} orders cancelled${ordersAlreadyCancelled > 0 ? `, ${ordersAlreadyCancelled} already cancelled` : ''}${ordersUnknown > 0 ? `, ${ordersUnknown} unknown` : ''}; ${exercised} of ${statements.length} statements of the page exercised.`,
    OUTCOMES.map((outcome) => `${outcome} ${counts[outcome]}`).join(', '),
    `contract: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  ];
}

/** A failure with the command that repeats it, and the ids of those that say the same. */
function describe(
  { id, title, expected, remarks, exchange }: ReportedCase,
  others: readonly ReportedCase[],
): string[] {
  const curl = exchange?.curl.split('\n') ?? [];
  return [
    `  ${id}: ${title.en}`,
    `      expected: ${expected.en}`,
    ...remarks.map(({ en }) => `      cause: ${en}`),
    ...(others.length === 0
      ? []
      : [`      the same in ${others.length} more: ${others.map((one) => one.id).join(', ')}`]),
    ...curl.map((line) => `      ${line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…'` : line}`),
  ];
}

/** The report has the whole body; a comment of 5,000 characters would bury the rest of a terminal. */
const LONGEST_LINE = 300;

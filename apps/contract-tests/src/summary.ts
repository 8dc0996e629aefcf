import { OUTCOMES } from './findings.ts';
import type { Report } from './report.ts';

/** What a QA engineer pastes: the answers to the ledger's questions, the failures once more, and the counts. */
export function summarize({ cases, questions, statements, summary, target }: Report): string[] {
  const failed = cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const answered = questions.filter(({ reading }) => reading !== null);
  const differing = answered.filter(({ reading, taken }) => reading !== taken);
  const { counts, durationsMs, ordersBurnt, ordersSpent, requests, seconds } = summary;
  const exercised = statements.filter((one) => one.exercised).length;
  return [
    '',
    `Questions of the ledger: ${answered.length} of ${questions.length} answered, ${differing.length} otherwise than the contract has it.`,
    ...differing.flatMap(({ id, title, taken, reading, change }) => [
      `  ${id}: ${title.en}`,
      `      the contract: ${taken}; this server: ${reading}`,
      ...(change === null ? [] : [`      ${change.en}`]),
    ]),
    ...(failed.length === 0 ? [] : ['', 'What failed:']),
    ...failed.flatMap(({ id, title, expected, remarks, exchange }) => [
      `✗ ${id}: ${title.en}`,
      `      expected: ${expected.en}`,
      ...remarks.map(({ en }) => `      cause: ${en}`),
      ...(exchange === null
        ? []
        : exchange.curl
            .split('\n')
            .map((line) => `      ${line.length > 300 ? `${line.slice(0, 300)}…'` : line}`)),
    ]),
    '',
    `${target.baseUrl}: ${summary.verdict}. ${requests} requests in ${seconds.toFixed(1)} s, half within ${durationsMs.p50} ms, 95 % within ${durationsMs.p95} ms; ${ordersBurnt} orders burnt${ordersSpent > 0 ? `, ${ordersSpent} found spent` : ''}; ${exercised} of ${statements.length} statements of the page exercised.`,
    OUTCOMES.map((outcome) => `${outcome} ${counts[outcome]}`).join(', '),
    `contract: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  ];
}

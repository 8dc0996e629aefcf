import type { Ledger } from '@ax-cloud/channel-spec/ledger';
import { type CaseResult, countOutcomes, OUTCOMES } from './findings.ts';

/**
 * What a QA engineer pastes: what the server answered to the ledger's open questions, the failures once more, and the
 * counts.
 *
 * @param seconds how long the run took
 */
export function summarize(results: readonly CaseResult[], ledger: Ledger, seconds: number): string[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const answered = ledger.questions.flatMap(({ id, title, cases }) => {
    const asked = cases
      .flatMap((name) => byId.get(name) ?? [])
      .filter(({ outcome }) => outcome !== 'skipped');
    return asked.length === 0
      ? []
      : [
          `${id}: ${title.en}`,
          ...asked.map((result) => `    ${result.id}: ${[result.outcome, ...result.remarks].join(' – ')}`),
        ];
  });
  const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const counts = countOutcomes(results);
  return [
    '',
    `What this server answered to the ledger's questions:`,
    ...answered,
    ...(failed.length === 0
      ? []
      : [
          '',
          'What failed:',
          ...failed.flatMap(({ id, title, remarks }) => [
            `${id}: ${title}`,
            ...remarks.map((remark) => `    ${remark}`),
          ]),
        ]),
    '',
    `contract: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    `${OUTCOMES.map((outcome) => `${outcome} ${counts[outcome]}`).join(', ')}; ${seconds.toFixed(1)} s`,
  ];
}

import { loadContract } from '@ax-cloud/channel-spec/contract';
import { expect, inject, test } from 'vitest';
import { deriveCases } from '../src/cases.ts';
import { createRun } from '../src/run.ts';

const contract = await loadContract();
const cases = deriveCases(contract);
const run = createRun(inject('settings'), contract, cases);

for (const one of cases) {
  test(one.title, async ({ task, skip }) => {
    task.meta.caseId = one.id;
    const finding = await run(one);
    task.meta.finding = finding;
    if (finding.outcome === 'skipped') skip(finding.reason);
    if (finding.outcome === 'failed') expect.fail(finding.problems.join('\n'));
  });
}

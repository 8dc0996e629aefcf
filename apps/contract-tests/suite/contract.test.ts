import { loadContract } from '@ax-cloud/contract/contract';
import { afterAll, expect, inject, test } from 'vitest';
import { deriveCases } from '../src/cases.ts';
import { startCases } from '../src/start-cases.ts';

const contract = await loadContract();
const selected = inject('selected');
const cases = deriveCases(contract).filter(({ id }) => selected.includes(id));
const { finding, spending } = startCases(inject('settings'), contract, cases);
const last = cases.at(-1);

for (const one of cases) {
  test(one.title.en, async ({ task, skip }) => {
    task.meta.caseId = one.id;
    const found = await finding(one.id);
    task.meta.finding = found;
    if (one === last) task.meta.spending = await spending;
    if (found.outcome === 'skipped') skip(found.remarks.map(({ en }) => en).join('\n'));
    if (found.outcome === 'failed') expect.fail(found.remarks.map(({ en }) => en).join('\n'));
  });
}

// An error of the suite itself shows in the tests that wait for it; here it must not count twice.
afterAll(() => spending.then(undefined, () => undefined));

import { startMock } from '@ax-cloud/channel-mock';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { expect, test } from 'vitest';
import { countOutcomes } from '../src/findings.ts';
import { judge } from '../src/judge.ts';
import { preflight } from '../src/preflight.ts';
import { readSettings } from '../src/settings.ts';
import { contractAfter, EDITS } from './edits.ts';

/** Runs the suite of a contract against the mock of a contract. */
async function runAgainstMock(contract: Contract, mocked = contract) {
  const settings = readSettings({}, contract);
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({ port: 0, apiKey, orderCodes, contract: async () => mocked });
  try {
    const started = { ...settings, baseUrl: mock.url };
    return { obstacle: await preflight(started, contract), ...(await judge(started, contract)) };
  } finally {
    await mock.close();
  }
}

const baseContract = await loadContract();
const base = await runAgainstMock(baseContract);

test.each(EDITS)('the suite and the mock agree about a contract with $name', async (edit) => {
  const { obstacle, results, spending } = await runAgainstMock(contractAfter(edit));
  expect(obstacle).toBeUndefined();
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ id, remarks }) => [id, ...remarks.map(({ en }) => en)])).toEqual([]);
  const { skipped, passed } = countOutcomes(results);
  expect(skipped).toBe(countOutcomes(base.results).skipped);
  expect(passed).toBeGreaterThan(100);
  expect(spending.ordersCancelled.length).toBeGreaterThanOrEqual(3);
  expect([spending.ordersAlreadyCancelled, spending.ordersUnknown]).toEqual([[], []]);
});

test.each(EDITS.filter(({ fails }) => fails !== undefined))(
  'the suite of a contract with $name fails the mock of the contract without it in $fails',
  async (edit) => {
    const { results } = await runAgainstMock(contractAfter(edit), baseContract);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toContain(edit.fails);
  },
);

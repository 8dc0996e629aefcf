import { startMock } from '@ax-cloud/channel-mock';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { expect, test } from 'vitest';
import { countOutcomes } from '../src/findings.ts';
import { judge } from '../src/judge.ts';
import { readSettings } from '../src/settings.ts';
import { contractAfter, EDITS } from './edits.ts';

/** Runs the suite of a contract against the mock of the same contract. */
async function runAgainstMock(contract: Contract) {
  const settings = readSettings({}, contract);
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({ port: 0, apiKey, orderCodes, contract: async () => contract });
  try {
    return await judge({ ...settings, baseUrl: mock.url }, contract);
  } finally {
    await mock.close();
  }
}

const base = await runAgainstMock(await loadContract());

test.each(EDITS)('the suite and the mock agree about a contract with $name', async (edit) => {
  const { results, spending } = await runAgainstMock(contractAfter(edit));
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ id, remarks }) => [id, ...remarks.map(({ en }) => en)])).toEqual([]);
  const { skipped, passed } = countOutcomes(results);
  expect(skipped).toBe(countOutcomes(base.results).skipped);
  expect(passed).toBeGreaterThan(100);
  expect(spending.ordersCancelled.length).toBeGreaterThanOrEqual(3);
  expect([spending.ordersAlreadyCancelled, spending.ordersUnknown]).toEqual([[], []]);
});

import { startMock } from '@ax-cloud/channel-mock';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { expect } from 'vitest';
import { judge } from '../faults/judge.ts';
import { countOutcomes } from '../src/report/verdict.ts';
import { readSettings } from '../src/settings.ts';
import { contractAfter, EDITS } from './edits.ts';
import { testEach } from './test-each.ts';

/** Runs the suite of one contract against the mock of another, by default the same. */
async function runAgainstMock(contract: Contract, mocked = contract) {
  const settings = readSettings({}, contract);
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({ port: 0, apiKey, orderCodes, contract: async () => mocked });
  try {
    return await judge({ ...settings, baseUrl: mock.url }, contract);
  } finally {
    await mock.close();
  }
}

const baseContract = await loadContract();
const base = await runAgainstMock(baseContract);

testEach(
  EDITS,
  ({ name }) => `the suite and the mock agree about a contract with ${name}`,
  async (edit) => {
    const { results, spending } = await runAgainstMock(contractAfter(edit));
    expect([spending.obstacle, spending.stopped]).toEqual([undefined, undefined]);
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ id, remarks }) => [id, ...remarks.map(({ en }) => en)])).toEqual([]);
    const { skipped, passed } = countOutcomes(results);
    expect(skipped).toBe(countOutcomes(base.results).skipped);
    expect(passed).toBeGreaterThan(100);
    const { cancelled, alreadyCancelled, unknown } = spending.orders;
    expect(cancelled.length).toBeGreaterThanOrEqual(3);
    expect([alreadyCancelled, unknown]).toEqual([[], []]);
  },
);

testEach(
  EDITS.filter(({ fails }) => fails !== undefined),
  ({ name, fails }) =>
    `the suite of a contract with ${name} does not pass the mock of the unedited contract in ${[fails].flat().join(' or ')}`,
  async (edit) => {
    const { results } = await runAgainstMock(contractAfter(edit), baseContract);
    const passes = base.results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    // Where the mock knows no order at all, the orders may be the reason, so the run only observes that.
    const deviating = results.filter(
      ({ id, outcome }) => outcome === 'failed' || (outcome === 'observed' && passes.includes(id)),
    );
    expect(deviating.map(({ id }) => id)).toEqual(
      expect.arrayContaining([expect.toBeOneOf([edit.fails].flat())]),
    );
  },
);

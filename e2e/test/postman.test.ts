import { createCollection } from '@ax-cloud/channel-docs/postman';
import { startMock } from '@ax-cloud/channel-mock';
import { type Contract, type Language, loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import { describe, expect, test } from 'vitest';
import { startFront } from '../src/generators/front.ts';
import { runCollection } from '../src/run-collection.ts';

const contract = await loadContract();
const readings = await loadReadings(await loadLedger());

/** Runs the collection of a contract against the mock of the same contract. */
async function runAgainstMock(own: Contract, language: Language = 'en', variables = {}) {
  const mock = await startMock({ port: 0, contract: async () => own });
  try {
    return await runCollection(createCollection(own, language), { base_url: mock.url, ...variables });
  } finally {
    await mock.close();
  }
}

/** What the contract documents: its examples of a request, and those of a response that can be brought about. */
function documented({ request, success, ...rest }: Contract): [status: number, summary: string][] {
  const cancels = Object.values(request.examples).map((one): [number, string] => [
    success.status,
    one.summary,
  ]);
  const refusals = documentedExamples({ request, success, ...rest }).filter(
    ({ provokedBy, violation }) => violation !== undefined || Object.keys(provokedBy).length > 0,
  );
  return [...cancels, ...refusals.map(({ status, summary }): [number, string] => [status, summary])];
}

describe('The Postman collection', () => {
  test.each(['ko', 'en'] as const)(
    'passes against the mock, one request for each example: %s',
    async (language) => {
      const own = await loadContract(language);
      const { requests, tests, failures } = await runAgainstMock(own, language);
      expect(failures).toEqual([]);
      expect(requests.map(({ status, name }) => [status, name]).toSorted()).toEqual(
        documented(own).toSorted(),
      );
      expect(tests.length).toBeGreaterThan(requests.length);
    },
  );

  test.each(readings.all)('passes under the reading $question=$reading', async ({ question, reading }) => {
    const own = readings.apply(contract, { [question]: reading });
    if (own === undefined) throw new Error('The reading does not apply to the contract.');
    const { requests, failures } = await runAgainstMock(own);
    expect(failures).toEqual([]);
    expect(requests.map(({ status, name }) => [status, name]).toSorted()).toEqual(documented(own).toSorted());
  });

  test('sends an order code as it is, whatever characters it has', async () => {
    const code = "1 2%?#&'é";
    const mock = await startMock({ port: 0, contract: async () => contract, anyCode: true });
    const run = await runCollection(createCollection(contract, 'en'), {
      base_url: mock.url,
      [contract.orderCode.name]: code,
    });
    await mock.close();
    // A code of another form is then no reason to refuse an order.
    const failed = run.failures.filter((one) => !one.startsWith('The order code is not one of'));
    expect(failed).toEqual([]);
  });

  test.each(Object.keys(contract.success.echoes))(
    'fails where the response has another %s',
    async (field) => {
      const mock = await startMock({ port: 0 });
      const front = await startFront(contract, mock.url, { altered: field });
      const { failures } = await runCollection(createCollection(contract, 'en'), { base_url: front.origin });
      await Promise.all([front.close(), mock.close()]);
      const cancels = Object.values(contract.request.examples);
      expect(failures).toHaveLength(cancels.length);
      for (const { summary } of cancels)
        expect(failures).toContainEqual(expect.stringMatching(new RegExp(`^${summary}: ${field} equals `)));
    },
  );

  test('fails with a key that is refused', async () => {
    const { failures } = await runAgainstMock(contract, 'en', { api_key: 'invalid' });
    expect(failures).toContainEqual(expect.stringContaining('The status is 200'));
  });
});

/**
 * Takes the steps that use the parts together, and prints them as JSON. It runs in a scratch copy, so every import leads to the
 * code of the copy.
 */
import { fileURLToPath } from 'node:url';
import { createMockFetch } from '@ax-cloud/channel-client/testing';
import { loadContract } from '@ax-cloud/contract/contract';
import { Steps } from '../step.ts';
import { compareMocks } from './agreement.ts';
import { cancelExample } from './client-use.ts';
import { findInDocs } from './docs.ts';
import { judgeDocumentedErrors } from './documented-errors.ts';
import { startMock } from './mock.ts';
import { runSamples } from './samples.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const steps = new Steps();
const contract = await loadContract();
const mock = await startMock(at('apps/mock/dist/main.js')).catch((error: Error) => error);

async function cancel(target: Parameters<typeof cancelExample>[1]): Promise<undefined> {
  const result = await cancelExample(contract, target);
  if (!result.ok) throw new Error(`${result.error.kind}, ${result.error.outcome}: ${result.error.message}`);
}

await steps.take('the mock starts', () => {
  if (mock instanceof Error) throw mock;
  return undefined;
});
if (!(mock instanceof Error)) {
  await steps.take('the client cancels at the mock', () => cancel({ baseUrl: mock.url }));
  await steps.take('mock and mock fetch respond as the contract says', () =>
    compareMocks(contract, mock.url),
  );
  await steps.take('the code samples cancel at the mock', () =>
    runSamples(contract, mock.url, at('samples-run'), at('apps/docs/node_modules')),
  );
  await mock.stop();
}
await steps.take('the client cancels at the mock fetch', () =>
  cancel({ baseUrl: contract.servers[0]?.url ?? '', fetch: createMockFetch() }),
);
await steps.take('the client knows each documented error', () => judgeDocumentedErrors(contract));
await steps.take('the docs show all of the contract', () => findInDocs(at('apps/docs/dist')));
console.log(JSON.stringify(steps.taken));

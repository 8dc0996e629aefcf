import { startMock } from '@ax-cloud/channel-mock';
import { EXIT_CODES } from '@ax-cloud/channel-spec/samples';
import { loadContract } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { makeProject, type Project } from './built-samples.ts';
import { SAMPLES, titleOf } from './runtimes.ts';
import { startRecorder } from './servers.ts';

const contract = await loadContract();
const published = samplesOf(contract, await loadTemplates());
/** The samples for the first example are in the bundle. Other tests cover them. */
const others = Object.entries(contract.request.examples).slice(1);

let project: Project;
beforeAll(async () => {
  project = await makeProject();
});
afterAll(() => project.remove());

for (const sample of SAMPLES) {
  const { skipped, title } = titleOf(sample);

  describe.skipIf(skipped)(title, () => {
    it.each(others)('sends the example %s that it was made for', async (name, { value }) => {
      const sources = published.find(({ label }) => label === sample.label)?.sources;
      const run = await project.build(sample, sources?.get(name) ?? '');
      const mock = await startMock({ port: 0 });
      const recorder = await startRecorder(mock.url);
      const { exitCode } = await run(recorder.url, 'key-of-the-tests');
      await Promise.all([recorder.close(), mock.close()]);
      expect(recorder.received.map(({ body }) => JSON.parse(body))).toEqual([value]);
      expect(exitCode).toBe(EXIT_CODES.cancelled);
    });
  });
}

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { missingPrograms, runSample, SAMPLES } from './runtimes.ts';
import { startRecorder } from './servers.ts';

const contract = await loadContract();
const published = samplesOf(contract, await loadTemplates());
/** The first example has its samples in the bundle, which are tested by themselves. */
const others = Object.entries(contract.request.examples).slice(1);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'example-samples-'));
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

for (const sample of SAMPLES) {
  const missing = missingPrograms(sample);
  const note = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} is not installed)`;

  describe.skipIf(missing.length > 0)(sample.file + note, () => {
    it.each(others)('sends the example %s in the sample for that example', async (name, { value }) => {
      const file = join(folder, name, sample.file);
      await mkdir(dirname(file), { recursive: true });
      const sources = published.find(({ label }) => label === sample.label)?.sources;
      await writeFile(file, sources?.get(name) ?? '');
      const mock = await startMock({ port: 0 });
      const recorder = await startRecorder(mock.url);
      const { exitCode } = await runSample(sample, file, recorder.url, 'key-of-the-tests');
      await Promise.all([recorder.close(), mock.close()]);
      expect(recorder.received.map(({ body }) => JSON.parse(body))).toEqual([value]);
      expect(exitCode).toBe(0);
    });
  });
}

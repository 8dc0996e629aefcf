import { spawnSync } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { orderSteps } from '@ax-cloud/contract/echo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { expectedCancel, wrongKey } from './expected-cancel.ts';
import { missingPrograms, runSample, SAMPLES } from './runtimes.ts';
import { startJsonServer, startRecorder, startServer } from './servers.ts';

const KEY = 'key-of-the-tests';
const contract = await loadContract();
const expected = expectedCancel(contract);
const refused = wrongKey(contract);
const templates = await loadTemplates();
const published = samplesOf(contract, templates);
/** Those for the first example. */
const samples = published.map(({ label, sources }) => ({ label, source: [...sources.values()][0] ?? '' }));
/** The cancels that a reader can put in place of the one in the sample. */
const otherCancels = contract.cancels.filter((status) => status !== expected.status);
const sourceOf = (label: string) => samples.find((sample) => sample.label === label)?.source ?? '';

/** A project as a reader has it: the samples, and beside them the installed client. */
let folder = '';
beforeAll(async () => {
  await access(fileURLToPath(import.meta.resolve('@ax-cloud/channel-client'))).catch(() => {
    throw new Error('The client is not built. Run "pnpm --filter @ax-cloud/channel-client build".');
  });
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { file, label } of SAMPLES) await writeFile(join(folder, file), sourceOf(label));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('The code samples of the contract', () => {
  it('are those that are run here, and no others, the same in both languages', async () => {
    expect(samples.map(({ label }) => label)).toEqual(SAMPLES.map(({ label }) => label));
    const korean = samplesOf(await loadContract('ko'), templates);
    expect(korean.map(({ sources }) => sources)).toEqual(published.map(({ sources }) => sources));
  });

  it('are short enough to read', () => {
    // A header that is required takes a line, and so does a step that leads to the order in the response.
    const required = [...contract.headers, ...contract.query].filter((parameter) => parameter.required);
    const most = 45 + required.length + orderSteps(contract.success).length;
    for (const { label, source } of samples)
      expect({ label, long: source.trimEnd().split('\n').length > most }).toEqual({ label, long: false });
  });

  it('in TypeScript compile under strict settings', () => {
    const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
    const files = SAMPLES.map(({ file }) => file).filter((file) => file.endsWith('.ts'));
    const flags = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
    ];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

for (const sample of SAMPLES) {
  const missing = missingPrograms(sample);
  const name =
    missing.length === 0 ? sample.file : `${sample.file} (skipped: ${missing.join(', ')} is not installed)`;

  describe.skipIf(missing.length > 0)(name, () => {
    const run = (server: string, key = KEY) => runSample(sample, join(folder, sample.file), server, key);

    it("sends the contract's example to the mock and shows that the order is cancelled", async () => {
      const mock = await startMock({ port: 0 });
      const recorder = await startRecorder(mock.url);
      const { exitCode, stdout } = await run(recorder.url);
      await Promise.all([recorder.close(), mock.close()]);

      const [received, ...more] = recorder.received;
      expect(more).toEqual([]);
      expect(received).toMatchObject({
        method: expected.method,
        target: expected.target,
        headers: { ...expected.headers, authorization: expected.keyPrefix + KEY },
      });
      expect(received?.headers['content-type']).toMatch(/^application\/json/);
      expect(JSON.parse(received?.body ?? '')).toEqual(expected.body);
      expect(exitCode).toBe(0);
      if (sample.judges) expect(stdout).toBe(`Cancelled: ${expected.order}\n`);
      else expect(JSON.parse(stdout)).toEqual(expected.response.body);
    });

    it('fails when the mock refuses the key', async () => {
      const mock = await startMock({ port: 0 });
      const { exitCode, stdout, stderr } = await run(mock.url, refused.key);
      await mock.close();
      expect(exitCode).not.toBe(0);
      if (sample.judges) expect(stdout).toBe('');
      expect(stderr).toMatch(new RegExp(`Not confirmed.*${refused.status}`));
    });

    if (sample.judges) {
      it('does not take an order in a further envelope for a success', async () => {
        const { status, body } = expected.response;
        const server = await startJsonServer(status, { status_code: status, data: body });
        const { exitCode, stdout } = await run(server.url);
        await server.close();
        expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      });

      it.each(expected.echoed)(
        'does not take a response for a success whose %s is another',
        async (field) => {
          const server = await startJsonServer(expected.response.status, expected.altered(field));
          const { exitCode, stdout } = await run(server.url);
          await server.close();
          expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
        },
      );

      it.each(otherCancels)(
        'sends the status that a reader puts into it, and expects it back: %s',
        async (other) => {
          const file = join(folder, 'edited', sample.file);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, sourceOf(sample.label).replace(expected.status, other));
          const mock = await startMock({ port: 0 });
          const recorder = await startRecorder(mock.url);
          const { exitCode, stdout } = await runSample(sample, file, recorder.url, KEY);
          await Promise.all([recorder.close(), mock.close()]);
          const sent = JSON.parse(recorder.received[0]?.body ?? '');
          expect(expected.statusFields.map((field) => sent[field])).toEqual(
            expected.statusFields.map(() => other),
          );
          expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `Cancelled: ${expected.order}\n` });
        },
      );
    }

    it('asks for the key and sends nothing when there is none', async () => {
      const server = await startJsonServer(expected.response.status, expected.response.body);
      const { exitCode, stdout, stderr } = await run(server.url, '');
      await server.close();
      expect(server.received).toEqual([]);
      expect(exitCode).not.toBe(0);
      expect(stdout).toBe('');
      expect(stderr).toContain('Set AX_API_KEY');
    });

    it('sends neither the key nor the order to where the server redirects', async () => {
      const other = await startJsonServer(expected.response.status, expected.response.body);
      const server = await startServer((_received, _request, response) => {
        response.writeHead(307, { location: other.url + expected.target }).end();
      });
      const { exitCode } = await run(server.url);
      await Promise.all([server.close(), other.close()]);
      expect(other.received).toEqual([]);
      expect(exitCode).toBe(1);
    });

    it('fails, and sends once, when the response is lost', async () => {
      const server = await startServer((_received, incoming) => incoming.socket.destroy());
      const { exitCode, stderr } = await run(server.url);
      await server.close();
      expect(server.received).toHaveLength(1);
      expect(exitCode).not.toBe(0);
      expect(stderr).toMatch(/Not confirmed.*unknown/);
    });
  });
}

describe.concurrent('Waiting for a response that does not come', () => {
  it.for(SAMPLES.filter((sample) => missingPrograms(sample).length === 0))(
    '$file gives up and fails',
    async (sample, { expect }) => {
      const server = await startServer(() => {});
      const { exitCode, stderr } = await runSample(sample, join(folder, sample.file), server.url, KEY);
      await server.close();
      expect(exitCode).not.toBe(0);
      expect(stderr).toMatch(/Not confirmed.*unknown/);
    },
  );
});

import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { EXIT_CODES, fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates } from '../src/samples.ts';
import { makeProject, type Project, type RunSample } from './built-samples.ts';
import { expectedCancel } from './expected-cancel.ts';
import { startRelay } from './relay.ts';
import { type RunnableSample, SAMPLES, titleOf } from './runtimes.ts';
import { startJsonServer, startRecorder, startServer } from './servers.ts';
import { endingOf, situationsOf } from './situations.ts';

const KEY = 'key-of-the-tests';
const contract = await loadContract();
const expected = expectedCancel(contract);
const templates = await loadTemplates();
/** The cancels that a reader can put into the sample instead of its own. */
const otherCancels = contract.cancels.filter((status) => status !== expected.status);
/** Seconds. A response may come late on a busy machine. */
const PATIENCE = 50;
/** The published source with another time limit. */
const sourceOf = ({ lang }: RunnableSample, index: number) =>
  fillSample(contract.document as Record<string, unknown>, lang, templates[index] ?? '', PATIENCE);
/** sample-limits.test.ts covers the missing response, with a shorter limit. */
const situations = situationsOf(contract, await loadScenarios()).filter(
  ({ fault }) => fault !== 'no-response',
);
const refusals = contract.responses.filter(({ status }) => status >= 400 && status < 500);

let project: Project;
let mock: RunningMock;
beforeAll(async () => {
  await access(fileURLToPath(import.meta.resolve('@ax-cloud/channel-client'))).catch(() => {
    throw new Error('The client is not built. Run "pnpm --filter @ax-cloud/channel-client build".');
  });
  project = await makeProject();
  mock = await startMock({ port: 0 });
});
afterAll(() => Promise.all([project.remove(), mock.close()]));

for (const [index, sample] of SAMPLES.entries()) {
  const source = sourceOf(sample, index);
  const { skipped, title } = titleOf(sample);

  describe.skipIf(skipped)(title, () => {
    let run: RunSample;
    beforeAll(async () => {
      run = await project.build(sample, source);
    });

    it("sends the contract's example once, exactly as in the contract", async () => {
      const recorder = await startRecorder(mock.url);
      const { exitCode, stdout } = await run(recorder.url, KEY);
      await recorder.close();

      const [received, ...more] = recorder.received;
      expect(more).toEqual([]);
      expect(received).toMatchObject({
        method: expected.method,
        target: expected.target,
        headers: { ...expected.headers, authorization: expected.keyPrefix + KEY },
      });
      expect(received?.headers['content-type']).toMatch(/^application\/json/);
      expect(JSON.parse(received?.body ?? '')).toEqual(expected.body);
      // Some servers do not accept a chunked body by default.
      expect(received?.headers['content-length']).toBe(`${Buffer.byteLength(received?.body ?? '')}`);
      expect({ exitCode, stdout }).toEqual({
        exitCode: EXIT_CODES.cancelled,
        stdout: `Cancelled: ${expected.order}\n`,
      });
    });

    it.concurrent.each(situations)('ends with the right word and code after $name', async (situation) => {
      const relay = await startRelay(mock.url, situation.changes);
      const { exitCode, stdout, stderr } = await run(relay.url, KEY);
      await relay.close();
      const [word] = /^(?:Cancelled|Refused|Unknown)\b/m.exec(stdout + stderr) ?? [];
      expect({ exitCode, word, printed: stdout !== '' }).toEqual({
        ...endingOf(situation, sample),
        printed: situation.outcome === 'cancelled',
      });
    });

    const unproven: [name: string, status: number, body: unknown][] = [
      ['a success without a body', expected.response.status, undefined],
      ['a success with an empty list', expected.response.status, []],
      ['an order in an envelope', expected.response.status, { data: expected.response.body }],
      ['an order in a list', expected.response.status, [expected.response.body]],
      ['an order with another success status', 299, expected.response.body],
      ...expected.echoed.map((field): [string, number, unknown] => [
        `a success with a different ${field}`,
        expected.response.status,
        expected.altered(field),
      ]),
    ];
    it.concurrent.each(unproven)('reports %s as unknown', async (_, status, body) => {
      const server = await startJsonServer(status, body);
      const { exitCode, stdout, stderr } = await run(server.url, KEY);
      await server.close();
      expect({ exitCode, stdout }).toEqual({ exitCode: EXIT_CODES.unknown, stdout: '' });
      expect(stderr).toMatch(/^Unknown\b/m);
    });

    it.concurrent.each(refusals)(
      'does not take the $status page of a gateway for a documented refusal',
      async ({ status }) => {
        const server = await startServer((_received, _request, response) => {
          response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Blocked</h1>');
        });
        const { exitCode, stderr } = await run(server.url, KEY);
        await server.close();
        expect({ exitCode, stderr }).toEqual({
          exitCode: EXIT_CODES.unknown,
          stderr: expect.stringMatching(/^Unknown\b/),
        });
      },
    );

    it.each(otherCancels)(
      'sends the status that a reader puts into it, and expects it in the response: %s',
      async (other) => {
        const edited = await project.build(sample, source.replaceAll(expected.status, other));
        const recorder = await startRecorder(mock.url);
        const { exitCode, stdout } = await edited(recorder.url, KEY);
        await recorder.close();
        const sent = JSON.parse(recorder.received[0]?.body ?? '');
        expect(expected.statusFields.map((field) => sent[field])).toEqual(
          expected.statusFields.map(() => other),
        );
        expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `Cancelled: ${expected.order}\n` });
      },
    );

    it.each([
      ['is not set', undefined],
      ['is empty', ''],
    ])('asks for the key and sends nothing if the key %s', async (_, key) => {
      const server = await startJsonServer(expected.response.status, expected.response.body);
      const { exitCode, stdout, stderr } = await run(server.url, key);
      await server.close();
      expect(server.received).toEqual([]);
      expect({ exitCode, stdout }).toEqual({ exitCode: EXIT_CODES.misuse, stdout: '' });
      expect(stderr).toBe('Set AX_API_KEY to your API key.\n');
    });

    it('sends neither the key nor the order to the target of a redirect', async () => {
      const other = await startJsonServer(expected.response.status, expected.response.body);
      const server = await startServer((_received, _request, response) => {
        response.writeHead(307, { location: other.url + expected.target }).end();
      });
      const { exitCode } = await run(server.url, KEY);
      await Promise.all([server.close(), other.close()]);
      expect(other.received).toEqual([]);
      expect(exitCode).toBe(EXIT_CODES.unknown);
    });
  });
}

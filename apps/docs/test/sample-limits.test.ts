import { EXIT_CODES, fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { loadTemplates } from '../src/samples.ts';
import { makeProject, type Project } from './built-samples.ts';
import { SAMPLES, titleOf } from './runtimes.ts';
import { startServer, type TestServer } from './servers.ts';

/** Seconds. This is enough to send the request on a busy machine. The published samples have a longer limit. */
const LIMIT = 4;
const BYTE_INTERVAL_MS = 100;
const { document } = await loadContract();
const templates = await loadTemplates();

let project: Project;
beforeAll(async () => {
  project = await makeProject();
});
afterAll(() => project.remove());

/** Servers that never end a response. A time limit for each read would never stop a call to the second one. */
const SERVERS: Readonly<Record<string, () => Promise<TestServer>>> = {
  'does not respond': () => startServer(() => {}),
  'responds byte by byte, without an end': () =>
    startServer((_received, _request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), BYTE_INTERVAL_MS);
      response.once('close', () => clearInterval(timer));
    }),
};

describe.concurrent('A sample stops at its time limit if the server never ends a response', () => {
  for (const [index, sample] of SAMPLES.entries()) {
    const { skipped, title } = titleOf(sample);

    it.skipIf(skipped)(title, async ({ expect, signal }) => {
      const shown = document as Record<string, unknown>;
      const source = fillSample(shown, sample.lang, templates[index] ?? '', LIMIT);
      const run = await project.build(sample, source);
      const endings = Object.entries(SERVERS).map(async ([name, start]) => {
        const server = await start();
        const { exitCode, stdout, stderr } = await run(server.url, 'key-of-the-tests', signal);
        await server.close();
        const said = /^\w+/m.exec(stderr.replace(/^curl: .*\n/, ''))?.[0];
        return { name, requests: server.received.length, exitCode, stdout, said };
      });
      expect(await Promise.all(endings)).toEqual(
        Object.keys(SERVERS).map((name) => ({
          name,
          requests: 1,
          exitCode: EXIT_CODES.unknown,
          stdout: '',
          said: 'Unknown',
        })),
      );
    });
  }
});

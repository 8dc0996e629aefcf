import { EXIT_CODES, fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates } from '../src/samples.ts';
import { makeProject, type Project, type RunSample } from './built-samples.ts';
import { SAMPLES, titleOf } from './runtimes.ts';
import { startServer, type TestServer } from './servers.ts';

/** Seconds: the samples are published with more. */
const LIMIT = 2;
const BREATH_MS = 100;
const { document } = await loadContract();
const templates = await loadTemplates();

let project: Project;
beforeAll(async () => {
  project = await makeProject();
});
afterAll(() => project.remove());

/** Servers that never end a response. A limit for each read would be met by the second one for ever. */
const SERVERS: readonly [name: string, start: () => Promise<TestServer>][] = [
  ['a server that never responds', () => startServer(() => {})],
  [
    'a server that responds byte by byte, without an end',
    () =>
      startServer((_received, _request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), BREATH_MS);
        response.once('close', () => clearInterval(timer));
      }),
  ],
];

describe.each(
  SAMPLES.map((sample) => ({ sample, ...titleOf(sample), template: templates[SAMPLES.indexOf(sample)] })),
)('$title', ({ sample, skipped, template }) => {
  let run: RunSample;
  beforeAll(async () => {
    if (skipped) return;
    const source = fillSample(document as Record<string, unknown>, sample.lang, template ?? '', LIMIT);
    run = await project.build(sample, source);
  });

  it.skipIf(skipped).concurrent.each(SERVERS)('gives up the whole call at %s', async (_, start) => {
    const server = await start();
    const { exitCode, stdout, stderr } = await run(server.url, 'key-of-the-tests');
    await server.close();
    expect(server.received).toHaveLength(1);
    expect({ exitCode, stdout }).toEqual({ exitCode: EXIT_CODES.unknown, stdout: '' });
    expect(stderr).toMatch(/^Unknown\b/m);
  });
});

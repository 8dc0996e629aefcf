import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@ax-cloud/contract/report';
import { expect, test } from 'vitest';
import type { Behaviour } from '../faults/behaviour.ts';
import { runHere } from '../faults/conditions/run-here.ts';
import { runCommand } from '../faults/conditions/start-command.ts';
import { CONFORMING } from '../faults/conforming.ts';
import { ledger } from '../faults/judge.ts';
import { type FaultServer, sendWhole } from '../faults/server.ts';
import { marked, reportErrors, reportFolder, reportIn, settingsFor, start } from './run-against.ts';

test('a run against the mock fails no case, answers no question and gives no advice', async () => {
  const folder = reportFolder();
  const { code, stdout } = await runCommand({ AX_REPORT_DIR: folder });
  expect(marked('✗', stdout)).toEqual([]);
  expect(stdout).toMatch(/^contract: 1\d\d passed, 0 failed, 1 skipped$/m);
  expect(stdout).toMatch(/^passed: The mock keeps to the contract\.$/m);
  expect(stdout).toMatch(/^ {2}This run was against the mock: it settles no question/m);
  const [page, json, junit] = ['index.html', 'contract.json', 'junit.xml'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  for (const text of [stdout, page, junit]) {
    expect(text).not.toMatch(
      /openapi\.yaml|source\.yaml|in the contract |differs? from the contract|id="q-/i,
    );
  }
  const report: Report = JSON.parse(json ?? '');
  expect(reportErrors(report)).toBeNull();
  expect(report.questions).toEqual([]);
  const envelope = ledger.questions.find(({ id }) => id === 'response-envelope')?.taken;
  expect(report.mockAnswers).toMatchObject({ 'second-cancel': 'same-answer', 'response-envelope': envelope });
  expect(code).toBe(0);
});

/** Starts a server that stops at the first request with a path that is not UTF-8. */
async function startDying(): Promise<FaultServer> {
  const server = await start({}, (response, bytes, reply, request) => {
    if (!request.url.includes('%FF')) return sendWhole(response, bytes, reply, request);
    response.socket?.destroy();
    void server.close();
  });
  return server;
}

const letsShortKeyIn: Behaviour['authorize'] = (request, key) =>
  CONFORMING.authorize(request, key) || CONFORMING.authorize(request, key.slice(0, -1));

/** What differs between two runs: times, the port, and the run's id in requests. */
const CHANGING =
  /"(date|seconds|startedAt|durations?Ms|p\d+|max|curl|body)": ?("(?:[^"\\]|\\.)*"|\[[^\]]*\]|[\d.]+)|\b[\d.]+ m?s\b|:\d{5}\b/g;

// Most tests run the command in their own process, without vitest. This test compares both ways.
test.each<[string, () => Promise<FaultServer>, Record<string, string>, string[], number, string[]]>([
  [
    'a faulty server and too few orders',
    () => start({ authorize: letsShortKeyIn }),
    { AX_MAX_ORDERS: '2' },
    [],
    1,
    ['passed', 'failed', 'observed', 'skipped'],
  ],
  ['a server that refuses the key', start, { AX_API_KEY: 'another-key' }, [], 2, ['not run']],
  ['a server that dies', startDying, {}, [], 3, ['passed', 'not run']],
  ['a selection of cases', start, {}, ['--only', 'auth.missing', '--quiet'], 0, ['passed']],
])(
  'the command gives the same result with vitest and in this process: %s',
  async (_, startServer, env, args, code, outcomes) => {
    const [byVitest, here] = await Promise.all(
      [runCommand, runHere].map(async (runSo) => {
        const server = await startServer();
        const folder = reportFolder();
        const settings = { ...env, AX_CONCURRENCY: '1', AX_REPORT_DIR: folder };
        const ended = await runSo(settingsFor(server.url, settings), args);
        const texts = [ended.stdout, ended.stderr, readFileSync(join(folder, 'contract.json'), 'utf8')];
        const { runId, cases } = reportIn(folder);
        const same = texts.map((text) =>
          text.replaceAll(folder, 'FOLDER').replaceAll(runId, 'RUN').replace(CHANGING, '…'),
        );
        return { code: ended.code, texts: same, cases };
      }),
    );
    expect(byVitest).toMatchObject({ code, texts: here?.texts });
    expect(here?.code).toBe(code);
    const found = byVitest?.cases.map(({ outcome }) => outcome);
    expect(found).toEqual(expect.arrayContaining(outcomes));
  },
);

test.each([[['--list']], [['--plan']], [['--version']], [['diff', 'one']], [['--nothing']]])(
  '%s gives the same result in a separate process',
  async (args) => {
    expect(await runCommand({}, args)).toEqual(await runHere({}, args));
  },
);

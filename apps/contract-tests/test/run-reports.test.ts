import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock } from '@ax-cloud/channel-mock';
import type { Report } from '@ax-cloud/contract/report';
import { expect, onTestFinished, test } from 'vitest';
import { type Behaviour, detail } from '../faults/behaviour.ts';
import { CONFORMING } from '../faults/conforming.ts';
import { whySkipped } from '../faults/plain.ts';
import { otherReadingVariants } from '../faults/variants/other-readings.ts';
import { marked, ORDERS, reportErrors, reportFolder, reportIn, run, runAgainst } from './run-against.ts';

test('a mock at AX_BASE_URL settles nothing either', async () => {
  const mock = await startMock({ port: 0, apiKey: CONFORMING.key, orderCodes: ORDERS });
  onTestFinished(() => mock.close());
  const folder = reportFolder();
  const { stdout } = await run(mock.url, { AX_REPORT_DIR: folder });
  expect(stdout).toMatch(/^ {2}This run was against the mock: it settles no question/m);
  const { target, questions } = reportIn(folder);
  expect([target.kind, questions]).toEqual(['mock', []]);
});

test('a run against a server that breaks the contract exits with 1 and prints cause and request', async () => {
  const { code, stdout } = await runAgainst({
    authorize: (request, key) =>
      CONFORMING.authorize(request, key) || request.headers.authorization === `Token ${key.slice(0, -1)}`,
  });
  expect(marked('✗', stdout)).toEqual(['auth.cut-at-end']);
  expect(stdout).toMatch(/cause: the key without its last character: it was let in: 404/);
  expect(stdout).toContain(`-H "Authorization: Token \${AX_API_KEY%?}"`);
  expect(code).toBe(1);
});

test.each([
  ['as it is', (key: string) => key],
  ['without its last character', (key: string) => key.slice(0, -1)],
  ['in capital letters', (key: string) => key.toUpperCase()],
])('a key that the server sends back %s is in no output and no report', async (_, alter) => {
  const folder = reportFolder();
  const { stdout, stderr } = await runAgainst(
    { notFound: () => detail(404, `unknown, your key is ${alter(CONFORMING.key)}`) },
    { AX_REPORT_DIR: folder },
  );
  const written = ['index.html', 'contract.json', 'junit.xml'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  expect(stdout).toContain('your key is ***');
  for (const text of [stdout, stderr, ...written]) {
    expect(text.toLowerCase()).not.toContain(CONFORMING.key.toLowerCase().slice(0, -1));
  }
});

test('the curl commands in a report repeat the failed requests, with the key only as $AX_API_KEY', async () => {
  const known = new WeakSet<object>();
  const authorize: Behaviour['authorize'] = (request, key) => {
    if (CONFORMING.authorize(request, key)) known.add(request.connection);
    const elsewhere = [request.url, request.headers['x-api-key'] ?? '', request.bytes.toString()];
    return known.has(request.connection) || elsewhere.some((place) => place.includes(key));
  };
  const folder = reportFolder();
  const { server } = await runAgainst({ authorize }, { AX_REPORT_DIR: folder });
  const text = readFileSync(join(folder, 'contract.json'), 'utf8');
  expect(text).not.toContain(CONFORMING.key);
  const failed = (JSON.parse(text) as Report).cases.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ id }) => id)).toEqual([
    'auth.same-connection',
    'auth.in-query',
    'auth.in-other-header',
    'auth.in-body',
  ]);
  if (spawnSync('curl', ['--version']).error !== undefined) return;
  for (const { id, exchange } of failed) {
    const env = { PATH: process.env.PATH, AX_API_KEY: CONFORMING.key };
    const { stdout } = await promisify(execFile)('sh', ['-c', `${exchange?.curl} -s`], { env });
    const statuses = [...stdout.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => Number(status));
    expect([id, statuses.at(-1)]).toEqual([id, exchange?.response?.status]);
    expect(statuses).toHaveLength(id === 'auth.same-connection' ? 2 : 1);
  }
  await server.close();
});

const other = otherReadingVariants.find((one) => whySkipped(one) === '' && one.also === undefined);

test('the reports agree with the terminal and with the published schema', async () => {
  const folder = reportFolder();
  const { stdout, server } = await runAgainst(other?.change, { AX_REPORT_DIR: folder });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const report: Report = JSON.parse(read('contract.json'));
  expect(reportErrors(report)).toBeNull();
  expect(report.cases.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual([
    other?.fails,
  ]);
  const ordersCancelled = server.cancelled().length;
  expect(report.summary).toMatchObject({ verdict: 'failed', exitCode: 1, ordersCancelled });
  const answer = report.questions.find(({ id }) => id === other?.question);
  expect(answer).toMatchObject({ reading: other?.reading, state: 'differs' });
  expect(answer?.evidence.map((one) => one.case)).toContain(other?.fails);
  expect(answer?.change?.en).toContain('spec/openapi.yaml');
  expect(stdout).toContain(answer?.readingText?.en);
  expect(read('junit.xml').match(/<failure /g)).toHaveLength(1);
  expect(read('junit.xml').match(/<testcase /g)).toHaveLength(report.cases.length);
  const page = read('index.html');
  expect(page).toContain(report.summary.sentence.ko);
  expect(page).toContain(report.summary.sentence.en);
  expect(report.summary.sentence.en).toMatch(/^The server breaks the contract: 1 of \d+ cases failed\.$/);
  expect(page).not.toMatch(/<script|src=|href="http/);
  for (const { id } of report.questions) expect(page).toContain(`id="q-${id}"`);
});

test('markup and control characters in a response do not break a report', async () => {
  const folder = reportFolder();
  const nasty = '<script>alert(1)</script>\u0000\u0001 "]]> & \ud800';
  await runAgainst({ notFound: () => detail(404, nasty) }, { AX_REPORT_DIR: folder });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
  expect(page).not.toContain('<script');
  expect(junit).not.toMatch(/<script|]]>/);
  expect([...junit].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
});

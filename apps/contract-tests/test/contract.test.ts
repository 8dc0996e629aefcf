import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock } from '@ax-cloud/channel-mock';
import type { Report } from '@ax-cloud/contract/report';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, onTestFinished, test } from 'vitest';
import { type Behaviour, detail, HTML_NOT_FOUND } from '../faults/behaviour.ts';
import { runCommand } from '../faults/conditions/start-command.ts';
import { CONFORMING } from '../faults/conforming.ts';
import { ledger } from '../faults/judge.ts';
import { whySkipped } from '../faults/plain.ts';
import { type Send, sendWhole, startFaultServer } from '../faults/server.ts';
import { tryServer } from '../faults/try.ts';
import { html, onOrder } from '../faults/variant.ts';
import { otherReadingVariants } from '../faults/variants/other-readings.ts';
import { CANCEL, contract, FIRST, NOT_FOUND, ORDER, STATUS_FIELDS, SUCCESS } from '../faults/words.ts';
import { allCases } from '../src/cases/load.ts';
import { planOrders } from '../src/run/plan.ts';
import { contractAfter, REQUIRED_PARAMETERS } from './edits.ts';

const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
const CASES = allCases(contract);
const { least, most } = planOrders(CASES);
/** As many as a run may cancel, and more than it does. */
const ORDERS = codes(Math.max(8, most));
const ANNOUNCED = `This run will cancel ${least}–${most} orders; ${ORDERS.length} are available.`;
const EXAMPLE = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));
const FOREIGN = 'f0000000-0000-4000-8000-00000000f0e1';

async function start(change: Partial<Behaviour> = {}) {
  const server = await startFaultServer({ ...CONFORMING, ...change }, ORDERS, FOREIGN);
  onTestFinished(() => server.close());
  return server;
}

async function runAgainst(
  change: Partial<Behaviour> = {},
  env: Record<string, string> = {},
  args: string[] = [],
) {
  const server = await start(change);
  return { ...(await run(server.url, env, args)), server };
}

function run(url: string, env: Record<string, string> = {}, args: string[] = []) {
  return runCommand(
    { AX_BASE_URL: url, AX_API_KEY: CONFORMING.key, AX_ORDER_CODES: ORDERS.join(','), ...env },
    args,
  );
}

function reportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contract-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What is wrong with a report in its published form; null when nothing is. */
function reportErrors(report: Report) {
  const schema = readFileSync(new URL('../../../spec/report.schema.json', import.meta.url), 'utf8');
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(schema));
  validate(report);
  return validate.errors;
}

/** The cases that a run reports with a mark. */
function marked(mark: string, stdout: string): string[] {
  return [...stdout.matchAll(new RegExp(`^${mark} ([a-z][\\w.-]+) `, 'gm'))].map(([, id]) => id ?? '');
}

test('the mock fails no case, answers no question, and gives no advice', async () => {
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

test('the mock at an address that is given settles nothing either', async () => {
  const mock = await startMock({ port: 0, apiKey: CONFORMING.key, orderCodes: ORDERS });
  onTestFinished(() => mock.close());
  const folder = reportFolder();
  const { stdout } = await run(mock.url, { AX_REPORT_DIR: folder });
  expect(stdout).toMatch(/^ {2}This run was against the mock: it settles no question/m);
  const { target, questions }: Report = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8'));
  expect([target.kind, questions]).toEqual(['mock', []]);
});

test('a server that follows the contract passes, with as many orders as were announced', async () => {
  const { code, stdout, server } = await runAgainst();
  expect(marked('✗', stdout)).toEqual([]);
  const cancelled = server.cancelled().length;
  expect(stdout).toContain(ANNOUNCED);
  expect(stdout).toContain(`Orders: ${cancelled} cancelled`);
  expect(stdout).toMatch(/^passed: The server keeps to the contract\.$/m);
  expect(cancelled).toBeGreaterThanOrEqual(least);
  expect(cancelled).toBeLessThanOrEqual(most);
  expect(code).toBe(0);
});

test('a server that breaks the contract ends the run with 1, with cause and request', async () => {
  const { code, stdout } = await runAgainst({
    authorize: (request, key) =>
      CONFORMING.authorize(request, key) || request.headers.authorization === `Token ${key.slice(0, -1)}`,
  });
  expect(marked('✗', stdout)).toEqual(['auth.cut-at-end']);
  expect(stdout).toMatch(/cause: the key without its last character: it was let in: 404/);
  expect(stdout).toContain(`-H "Authorization: Token \${AX_API_KEY%?}"`);
  expect(code).toBe(1);
});

test('a server that accepts what it must refuse is asked for all the rest, while it has orders', async () => {
  const { code, stdout, server } = await runAgainst({
    reads: (type, bytes) => CONFORMING.reads(type, bytes) || type === 'text/plain',
    parse: (bytes, type) => (bytes.length < 2 ? { ...EXAMPLE } : CONFORMING.parse(bytes, type)),
  });
  expect(marked('✗', stdout)).toEqual(
    expect.arrayContaining(['body.number', 'body.media-type', 'body.unreadable']),
  );
  expect(server.cancelled()).toHaveLength(ORDERS.length);
  expect(code).toBe(1);
});

test('AX_MAX_ORDERS bounds what a run may cancel', async () => {
  const { code, stdout, server } = await runAgainst({}, { AX_MAX_ORDERS: '2' });
  expect(stdout).toContain('; 2 are available.');
  expect(server.cancelled()).toHaveLength(2);
  expect(stdout).toMatch(/^incomplete: Nothing failed, but \d+ of \d+ cases did not run\.$/m);
  expect(code).toBe(3);
});

test('a server that cancels and gives no response costs two orders, of which nobody knows what became of them', async () => {
  const silent: Send = (response, bytes, reply, request) => {
    if (reply.status === SUCCESS) response.destroy();
    else sendWhole(response, bytes, reply, request);
  };
  const server = await startFaultServer(CONFORMING, ORDERS, FOREIGN, silent);
  onTestFinished(() => server.close());
  const { code, stdout } = await run(server.url);
  expect(marked('✗', stdout)).toEqual([FIRST]);
  expect(server.cancelled()).toHaveLength(2);
  expect(stdout).toContain(`Orders: 0 cancelled, 2 unknown, ${ORDERS.length - 2} untouched`);
  expect(code).toBe(1);
});

test('a second run with the same orders is incomplete, and says that they are already cancelled', async () => {
  const server = await start();
  const first = await run(server.url);
  const cancelled = server.cancelled().length;
  const second = await run(server.url);
  expect([first.code, second.code]).toEqual([0, 3]);
  expect(marked('✗', second.stdout)).toEqual([]);
  expect(second.stdout).toContain(
    `Orders: ${ORDERS.length - cancelled} cancelled, ${cancelled} already cancelled`,
  );
  const third = await run(server.url);
  expect(third.code).toBe(3);
  expect(third.stdout).toMatch(
    new RegExp(
      `^ {2}\\d+ cases: unknown: all ${ORDERS.length} orders were refused alike\\. They are already cancelled, as after an earlier run, or`,
      'm',
    ),
  );
});

test('without orders the run is incomplete; the cases that need none still run, and the others say what to set', async () => {
  const { code, stdout, server } = await runAgainst({}, { AX_ORDER_CODES: '' });
  expect(marked('✓', stdout)).toEqual(expect.arrayContaining(['order.unknown', 'auth.other-case']));
  expect(stdout).toMatch(
    new RegExp(`^– ${FIRST} .*\\n {4}skipped: no order is left for it; add codes to AX_ORDER_CODES`, 'm'),
  );
  expect(stdout).not.toContain('keeps to the contract');
  expect(server.cancelled()).toEqual([]);
  expect(code).toBe(3);
});

test('pairs of codes prove the channel order code, and plain codes go on working', async () => {
  const pairs = ORDERS.map((code) => `${code}:c${code.slice(1)}`).join('\n');
  const right = await runAgainst({}, { AX_ORDER_CODES: pairs });
  expect([right.code, marked('✗', right.stdout)]).toEqual([0, []]);
  const swapped = onOrder((order) => ({ ...order, [ORDER.channelCode ?? '']: 'c-of-another-order' }));
  const wrong = await runAgainst(swapped, { AX_ORDER_CODES: pairs });
  expect(wrong.stdout).toMatch(
    new RegExp(`${ORDER.channelCode} is "c-of-another-order", but the order's code in AX_ORDER_CODES is "c0`),
  );
  expect(wrong.code).toBe(1);
  expect((await runAgainst(swapped)).code).toBe(0);
});

test("another channel's order is asked for only when its code is given, and the code is never shown", async () => {
  const folder = reportFolder();
  const without = await runAgainst();
  expect(without.stdout).toMatch(
    /skipped: it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE/,
  );
  expect(without.server.requests.some((line) => line.includes(FOREIGN))).toBe(false);
  const env = { AX_FOREIGN_ORDER_CODE: FOREIGN, AX_REPORT_DIR: folder };
  const { code, stdout, server } = await runAgainst({ cancelsForeign: true }, env);
  expect(marked('✗', stdout)).toEqual(['order.foreign']);
  expect(server.requests.some((line) => line.includes(FOREIGN))).toBe(true);
  const written = ['index.html', 'contract.json', 'junit.xml'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  for (const text of [stdout, ...written]) expect(text).not.toContain(FOREIGN);
  expect(code).toBe(1);
});

test.each([
  ['as it is', (key: string) => key],
  ['without its last character', (key: string) => key.slice(0, -1)],
  ['in capital letters', (key: string) => key.toUpperCase()],
])('a key that the server sends back %s is in no output and no report', async (_, bend) => {
  const folder = reportFolder();
  const { stdout, stderr } = await runAgainst(
    { notFound: () => detail(404, `unknown, your key is ${bend(CONFORMING.key)}`) },
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

test.each<[string, Partial<Behaviour>, Record<string, string>, RegExp]>([
  [
    'is not there',
    {},
    { AX_BASE_URL: 'http://127.0.0.1:1' },
    /cannot be reached.*ECONNREFUSED.*Check AX_BASE_URL/,
  ],
  ['refuses the key', {}, { AX_API_KEY: 'another-key' }, /refuses AX_API_KEY: 403/],
  [
    'redirects to another place',
    { finish: () => ({ status: 301, body: '', headers: { location: '/login' } }) },
    {},
    /The server redirects.*Set AX_BASE_URL to the server itself/,
  ],
  [
    'is not this API',
    { route: () => undefined, unrouted: () => HTML_NOT_FOUND },
    {},
    /does not know the path/,
  ],
  ['answers everything with a page', { finish: () => html(200) }, {}, /is not AX Cloud's API/],
])(
  'a server that %s ends the run before the first case, with exit code 2 and a report',
  async (_, change, env, message) => {
    const folder = reportFolder();
    const { code, stdout, stderr, server } = await runAgainst(change, { ...env, AX_REPORT_DIR: folder });
    expect(stderr).toMatch(message);
    expect(stdout).not.toMatch(/^[✓✗]/m);
    expect(server.requests.length).toBeLessThanOrEqual(6);
    expect(server.cancelled()).toEqual([]);
    const report: Report = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8'));
    expect(report.summary.verdict).toBe('could not run');
    expect(report.orders.untouched).toEqual(ORDERS);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toMatch(/<error /);
    expect(code).toBe(2);
  },
);

test('a server that is slower than AX_TIMEOUT_MS ends the run before the first case, and says so', async () => {
  const server = await startFaultServer(CONFORMING, ORDERS, FOREIGN, () => {});
  onTestFinished(() => server.close());
  const { code, stderr } = await run(server.url, { AX_TIMEOUT_MS: '300' });
  expect(stderr).toMatch(/too slow.*within 300 ms.*AX_TIMEOUT_MS/);
  expect(code).toBe(2);
});

test.each<[string, Partial<Behaviour>, string]>([
  ['has a page for a made-up code', { notFound: () => html(404) }, 'order.unknown'],
  ['refuses a made-up code with 403', { notFound: () => detail(403, 'x') }, 'order.unknown'],
  ['crashes on a made-up code', { notFound: () => html(500) }, 'order.unknown'],
])('a server that only %s is tested, and fails there', async (_, change, id) => {
  const { code, stdout } = await runAgainst(change);
  expect(marked('✗', stdout)).toContain(id);
  expect(code).toBe(1);
});

test('the commands in a report repeat what failed, with the key in $AX_API_KEY only', async () => {
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

test.each(['*', "'", 'api_key_secret', 'aba'])('the key %s is not taken for a wrong one', async (key) => {
  const { code, stdout } = await runAgainst({ key }, { AX_API_KEY: key });
  expect(marked('✗', stdout)).toEqual([]);
  expect(code).toBe(0);
});

const other = otherReadingVariants.find((one) => whySkipped(one) === '' && one.also === undefined);

test('the reports say the same as the terminal, in the published form', async () => {
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

test('a server may put anything into a response without breaking a report', async () => {
  const folder = reportFolder();
  const nasty = '<script>alert(1)</script>\u0000\u0001 "]]> & \ud800';
  await runAgainst({ notFound: () => detail(404, nasty) }, { AX_REPORT_DIR: folder });
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
  expect(page).not.toContain('<script');
  expect(junit).not.toMatch(/<script|]]>/);
  expect([...junit].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
});

test.each(['/proc/x/y', `${import.meta.filename}/x`])(
  'a report folder that cannot be, %s, ends the run before the first request',
  async (folder) => {
    const { code, stderr, server } = await runAgainst({}, { AX_REPORT_DIR: folder });
    expect(stderr).toMatch(/^AX_REPORT_DIR is ".*", where no report can be written: /);
    expect(server.requests).toEqual([]);
    expect(code).toBe(2);
  },
);

test('diff shows in one table what differs between runs', async () => {
  const [before, after] = [reportFolder(), reportFolder()];
  await runAgainst({}, { AX_REPORT_DIR: before });
  await runAgainst(
    { notFound: (code) => (code === 'not-a-uuid' ? html(500) : NOT_FOUND) },
    { AX_REPORT_DIR: after },
  );
  const files = [before, after].map((folder) => join(folder, 'contract.json'));
  const { code, stdout } = await runCommand({}, ['diff', ...files]);
  expect(stdout).toMatch(/^order\.malformed +passed +failed\n {4}127\.0\.0\.1:\d+: the server crashed: 500/m);
  expect(stdout).toMatch(/^verdict +passed +failed\norders cancelled +(\d+) +\1$/m);
  expect(stdout).not.toMatch(/^auth\.missing/m);
  expect(code).toBe(0);
  const all = await runCommand({}, ['diff', '--all', ...files, ...files.slice(0, 1)]);
  expect(all.stdout).toMatch(/^order\.malformed +passed +failed +passed$/m);
  expect(all.stdout).toMatch(/^auth\.missing +passed +passed +passed$/m);
  const strict = await runCommand({}, ['diff', '--exit-code', ...files]);
  expect(strict.code).toBe(1);
  const same = await runCommand({}, ['diff', ...files.slice(0, 1), ...files.slice(0, 1)]);
  expect(same.stdout).toMatch(/^Nothing differs\.$/m);
  const one = await runCommand({}, ['diff', ...files.slice(0, 1)]);
  expect(one.stderr).toMatch(/^diff takes two reports or more/);
  const wrong = await runCommand({}, ['diff', join(before, 'junit.xml'), ...files.slice(1)]);
  expect(wrong.stderr).toMatch(/cannot be read as a report/);
  expect(wrong.code).toBe(2);
});

const TYPES = `body.${contract.request.fields.at(-1)?.name}.type`;
const OF_TYPES = CASES.filter(({ id }) => id.startsWith(TYPES));

test('--only runs some cases, and no more orders than they need', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--only', `${TYPES},auth.missing`]);
  expect(OF_TYPES.length).toBeGreaterThan(2);
  expect(marked('[✓◦]', stdout).sort()).toEqual(['auth.missing', ...OF_TYPES.map(({ id }) => id)].sort());
  expect(server.cancelled().length).toBeLessThanOrEqual(1);
  expect(code).toBe(0);
  const wrong = await runCommand({}, ['--only', 'nothing.such']);
  expect(wrong.stderr).toContain('--only nothing.such matches no case');
  expect(wrong.code).toBe(2);
});

test('--list prints every case with what it needs, and sends nothing', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--list']);
  const words = OF_TYPES.map(({ id, level, needs, title }) => [id, level, needs, title.en]);
  const lines = stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect(lines).toEqual(expect.arrayContaining(words));
  expect(server.requests).toEqual([]);
  expect(code).toBe(0);
});

test('--plan shows which orders a run takes and what it sends to each, and sends nothing', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--plan']);
  expect(stdout).toContain(ANNOUNCED);
  expect(stdout).toMatch(
    /^order 2, cancelled by the other kind, without a comment; before that: altered keys and codes$/m,
  );
  const cancelling = CASES.filter(({ needs }) => needs === 'cancels-order').map(({ id }) => id);
  const planned = [...stdout.matchAll(/^ {2}cancels: (.*)$/gm)].flatMap(([, ids = '']) => ids.split(', '));
  expect(planned.sort()).toEqual(cancelling.sort());
  expect(server.requests).toEqual([]);
  expect(code).toBe(0);
});

test('-t runs the cases whose title matches, as vitest does', async () => {
  const { code, stdout } = await runAgainst({}, {}, ['-t', 'auth\\.(missing|empty)']);
  expect(marked('✓', stdout)).toEqual(['auth.missing', 'auth.empty']);
  expect(code).toBe(0);
});

test.each(['--list', '--plan'])('%s shows the cases that -t selects', async (option) => {
  const { code, stdout } = await runCommand({}, [option, '-t', 'auth\\.(missing|empty)']);
  expect([...new Set(stdout.match(/auth\.[\w-]+/g))].toSorted()).toEqual(['auth.empty', 'auth.missing']);
  expect(code).toBe(0);
});

test.each([
  ['no-such-title', 'matches no case'],
  ['(', 'is not a regular expression'],
])('-t %s is refused: it %s', async (pattern, why) => {
  const { code, stderr } = await runCommand({}, ['-t', pattern]);
  expect(stderr).toMatch(new RegExp(`^-t .* ${why}\\.`));
  expect(code).toBe(2);
});

test('a server that dies of a request: the reason names its case, and the rest is not run', async () => {
  const folder = reportFolder();
  const dying: Send = (response, bytes, reply, request) => {
    if (!request.url.includes('%FF')) return sendWhole(response, bytes, reply, request);
    response.socket?.destroy();
    void server.close();
  };
  const server = await startFaultServer(CONFORMING, ORDERS, FOREIGN, dying);
  const { code } = await run(server.url, { AX_REPORT_DIR: folder, AX_CONCURRENCY: '1' });
  const { summary } = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8')) as Report;
  const [reason] = summary.reasons.filter(({ en }) => en.includes('went away'));
  expect(reason?.en).toMatch(/after request \d+ \(ECONNREFUSED\); the last case sent was order\.not-utf$/);
  expect(reason?.ko).toMatch(/\(ECONNREFUSED\)\. 마지막으로 보낸 항목: order\.not-utf$/);
  expect(summary.counts['not run']).toBeGreaterThan(100);
  expect(code).toBe(3);
});

test('--only @failed runs what failed in the last report, and --quiet prints nothing else', async () => {
  const folder = reportFolder();
  const change = { notFound: (code: string) => (code === 'not-a-uuid' ? html(500) : NOT_FOUND) };
  await runAgainst(change, { AX_REPORT_DIR: folder });
  const again = await runAgainst(change, { AX_REPORT_DIR: folder }, ['--only', '@failed', '--quiet']);
  expect(marked('[✓◦✗–]', again.stdout)).toEqual(['order.malformed']);
  expect(again.code).toBe(1);
  const mended = await runAgainst({}, { AX_REPORT_DIR: folder }, ['--only', '@failed', '--quiet']);
  expect(marked('[✓◦✗–]', mended.stdout)).toEqual([]);
  expect(mended.stdout).toMatch(/^passed: The selected case passed; \d+ others were not run\.$/m);
  expect(mended.code).toBe(0);
});

test.each([1, 3])('at most AX_CONCURRENCY=%i requests are under way at a time', async (limit) => {
  let underWay = 0;
  let most = 0;
  const server = await startFaultServer(CONFORMING, ORDERS, FOREIGN, (...sent) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      sendWhole(...sent);
    }, 5);
  });
  onTestFinished(() => server.close());
  const { code } = await run(server.url, { AX_CONCURRENCY: String(limit) });
  expect(most).toBe(limit);
  expect(code).toBe(0);
});

test('every request has the parameters that the contract requires, but for the one that leaves a header out', async () => {
  const edited = contractAfter(REQUIRED_PARAMETERS);
  const sent: string[] = [];
  await tryServer(edited, {
    ...CONFORMING,
    finish(reply, { method, url, headers }) {
      const query = new URL(url, 'http://x').searchParams;
      sent.push(JSON.stringify([method, headers['channel-code'], headers.trace, query.get('place')]));
      return reply;
    },
  });
  expect(sent.length).toBeGreaterThan(150);
  const methods = [contract.method, 'PUT', 'POST', 'DELETE', 'OPTIONS'];
  const expected = methods.map((method) => JSON.stringify([method, 'C-1', undefined, 'a b&c']));
  const without = JSON.stringify([contract.method, undefined, undefined, 'a b&c']);
  expect(sent.filter((one) => one === without)).toHaveLength(1);
  expect([...new Set(sent)].sort()).toEqual([...expected, without].sort());
});

test('requests say who sends them, and cancels carry the id of the run', async () => {
  const agents = new Set<string | undefined>();
  const comments = new Set<string>();
  await runAgainst({
    finish(reply, { headers, bytes }) {
      agents.add(headers['user-agent']);
      for (const [id] of bytes.toString().matchAll(/contract-test [0-9a-f]{8}/g)) comments.add(id);
      return reply;
    },
  });
  expect([...agents]).toEqual([expect.stringMatching(/^ax-channel-contract-tests\/\d+\.\d+\.\d+$/)]);
  expect(comments.size).toBe(1);
});

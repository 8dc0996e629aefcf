import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Behaviour, detail, HTML_NOT_FOUND } from '../faults/behaviour.ts';
import { html } from '../faults/variant.ts';
import { marked, ORDERS, reportFolder, reportIn, run, runAgainst, start } from './run-against.ts';

test.each<[string, Partial<Behaviour>, Record<string, string>, RegExp]>([
  [
    'is not running',
    {},
    { AX_BASE_URL: 'http://127.0.0.1:1' },
    /cannot be reached.*ECONNREFUSED.*Check AX_BASE_URL/,
  ],
  ['refuses the key', {}, { AX_API_KEY: 'another-key' }, /refuses AX_API_KEY: 403/],
  [
    'redirects every request',
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
  ['responds to everything with a page', { finish: () => html(200) }, {}, /is not AX Cloud's API/],
])(
  'a server that %s ends the run before the first case, with exit code 2 and a report',
  async (_, change, env, message) => {
    const folder = reportFolder();
    const { code, stdout, stderr, server } = await runAgainst(change, { ...env, AX_REPORT_DIR: folder });
    expect(stderr).toMatch(message);
    expect(stdout).not.toMatch(/^[✓✗]/m);
    expect(server.requests.length).toBeLessThanOrEqual(6);
    expect(server.cancelled()).toEqual([]);
    const report = reportIn(folder);
    expect(report.summary.verdict).toBe('could not run');
    expect(report.orders.untouched).toEqual(ORDERS);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toMatch(/<error /);
    expect(code).toBe(2);
  },
);

test('a server slower than AX_TIMEOUT_MS ends the run before the first case, and the message says so', async () => {
  const server = await start({}, () => {});
  const { code, stderr } = await run(server.url, { AX_TIMEOUT_MS: '300' });
  expect(stderr).toMatch(/too slow.*within 300 ms.*AX_TIMEOUT_MS/);
  expect(code).toBe(2);
});

test.each(['/proc/x/y', `${import.meta.filename}/x`])(
  'a report folder that cannot be created, %s, ends the run before the first request',
  async (folder) => {
    const { code, stderr, server } = await runAgainst({}, { AX_REPORT_DIR: folder });
    expect(stderr).toMatch(/^AX_REPORT_DIR is ".*", where no report can be written: /);
    expect(server.requests).toEqual([]);
    expect(code).toBe(2);
  },
);

test.each<[string, Partial<Behaviour>, string]>([
  ['responds to a made-up code with a page', { notFound: () => html(404) }, 'order.unknown'],
  ['refuses a made-up code with 403', { notFound: () => detail(403, 'x') }, 'order.unknown'],
  ['crashes on a made-up code', { notFound: () => html(500) }, 'order.unknown'],
])('a server that only %s is tested and fails in that case', async (_, change, id) => {
  const { code, stdout } = await runAgainst(change);
  expect(marked('✗', stdout)).toContain(id);
  expect(code).toBe(1);
});

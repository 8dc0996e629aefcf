import { afterAll, beforeEach, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { rawRequest, sendRaw } from './connection.ts';
import { useMock } from './mock.ts';
import { contract, orderPath, PINNED, send } from './pinned.ts';

const lines: string[] = [];
const mock = useMock({ ...PINNED, log: (line) => lines.push(line) });
const failures: string[] = [];
/** A mock whose contract becomes unreadable after the start, so that it fails at each request. */
let unreadable = false;
const failing = await startMock({
  port: 0,
  log: (line) => failures.push(line),
  contract: async () => ({
    ...contract,
    get method() {
      if (unreadable) throw new Error('Nothing there.');
      return contract.method;
    },
  }),
});
unreadable = true;
afterAll(() => failing.close());
beforeEach(() => lines.splice(1));

const PATH = orderPath();

it('One line says where the mock listens and which contract it follows', () => {
  expect(lines[0]).toContain(`AX Cloud mock on ${mock.url} (contract ${contract.version})`);
});

it('Each request gets one line: method, path, status, duration', async () => {
  await send(mock.url);
  await send(mock.url, { method: 'PUT' });
  expect(lines.slice(1)).toEqual([
    expect.stringMatching(new RegExp(`^PATCH ${PATH} 200 [\\d.]+ ms$`)),
    expect.stringMatching(new RegExp(`^PUT ${PATH} 405 [\\d.]+ ms$`)),
  ]);
});

it('No line holds the key, wherever a request may carry it', async () => {
  const key = 'secret-key';
  await send(mock.url, { headers: { authorization: `Token ${key}` } });
  await send(mock.url, { headers: { authorization: key } });
  await send(mock.url, { headers: { 'x-api-key': key, prefer: `code=${key}` } });
  await send(mock.url, { path: `${PATH}?api_key=${key}` });
  await send(mock.url, { orderCode: key, headers: { authorization: `Token ${key}` } });
  await send(mock.url, { path: `/${btoa(key)}`, headers: { authorization: `Token ${key}` } });
  await send(mock.url, { body: `{ "api_key": "${key}", ` });
  await send(failing.url, { headers: { authorization: `Token ${key}` } });
  expect(lines.length).toBeGreaterThan(5);
  expect([...lines, ...failures].join('\n')).not.toContain(key);
  expect(lines.join('\n')).not.toContain(btoa(key));
});

it('A failure of the mock itself is a 500 in JSON, its cause is logged, and the mock keeps running', async () => {
  const { status, headers, json } = await send(failing.url);
  expect(status).toBe(500);
  expect(headers['content-type']).toBe('application/json');
  expect(json).toEqual({ detail: 'The mock failed. Its log says why.' });
  expect(failures.join('\n')).toContain(`PATCH ${PATH} failed: Error: Nothing there.`);
  const health = await send(failing.url, { method: 'GET', path: '/_mock/health', body: '' });
  expect(health.status).toBe(200);
});

it('A refused expectation has a line, too', async () => {
  await sendRaw(mock.url, rawRequest(PATH, '', ['Expect: more', 'Connection: close']));
  expect(lines.slice(1)).toEqual(['A request had an expectation that is not supported: 417']);
});

import { describe, expect, it } from 'vitest';
import * as now from './exchange.ts';
import { useMock } from './mock.ts';
import { contract, PINNED, send } from './pinned.ts';

const mock = useMock(PINNED);
const current = useMock();
const tour = '/v1/channel/orders/tour';

describe('A method that the contract does not have gets 405 with the right method', () => {
  it.each(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    const { status, headers, json } = await send(mock.url, { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('PATCH');
    expect(json).toEqual({ detail: `메소드(Method) "${method}"는 허용되지 않습니다.` });
  });
});

describe('A body of another media type gets 415', () => {
  it.each([
    ['text/plain', 'text/plain'],
    ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['application/merge-patch+json', 'application/merge-patch+json'],
    ['*/*', '*/*'],
    ['json', 'json'],
    [undefined, ''],
  ])('%s', async (contentType, named) => {
    const { status, json } = await send(mock.url, { headers: { 'content-type': contentType } });
    expect(status).toBe(415);
    expect(json).toEqual({ detail: `요청된 "${named}"가 지원되지 않는 미디어 형태입니다.` });
  });
});

describe('An Accept that does not allow JSON gets 406', () => {
  it.each([
    'text/html',
    'application/xml',
    'application/json;q=0',
    'json',
    '*/*;q=0',
    'text/html, */* ; Q=0.0',
    'application/json;q=0, */*',
  ])('%s', async (accept) => {
    const { status, json } = await send(mock.url, { headers: { accept } });
    expect(status).toBe(406);
    expect(json).toEqual({ detail: 'Accept header 요청을 만족할 수 없습니다.' });
  });
});

describe('An Accept that allows JSON is no obstacle, whatever else it has', () => {
  it.each(['*/*;q=abc', '*/*;foo="a,b"', 'application/json, */*;q=0', '*/*;q=0.001'])(
    '%s',
    async (accept) => {
      expect((await send(mock.url, { headers: { accept } })).status).toBe(200);
    },
  );
});

describe('Another path gets 404 with the right path, even without a key', () => {
  it.each([
    '/',
    tour,
    `${tour}/`,
    `${tour}/x/`,
    `${tour}/x/y`,
    `${tour}/%E0%A4%A`,
    '/channel/orders/tour/x',
    '/_mock',
  ])('%s', async (path) => {
    const { status, json } = await send(mock.url, { path, headers: { authorization: undefined } });
    expect(status).toBe(404);
    expect(json).toEqual({ detail: expect.stringContaining(`PATCH ${contract.path}`) });
  });
});

it.each(['', '/'])(
  'The path of the contract with the end "%s" is found only if that is its own end',
  async (end) => {
    const path = now.orderPath().replace(/\/$/, '') + end;
    const known = path === now.orderPath();
    const { status, json } = await now.send(current.url, { path });
    expect(status).toBe(known ? now.contract.success.status : 404);
    if (!known) expect(json).toEqual({ detail: expect.stringContaining(now.contract.path) });
  },
);

it('A body of exactly 1 MiB is read', async () => {
  const body = '{ "comment": "" }'.padEnd(1024 * 1024);
  expect((await send(mock.url, { body })).status).toBe(400);
});

it.each([
  ['with a length', {}],
  ['in chunks', { 'content-length': undefined, 'transfer-encoding': 'chunked' }],
])('A body over 1 MiB gets 413, sent %s', async (_, headers) => {
  const { status, json } = await send(mock.url, { body: ' '.repeat(1024 * 1024 + 1), headers });
  expect(status).toBe(413);
  expect(json).toEqual({ detail: expect.stringContaining('1048576 bytes') });
});

it('The health shows the status and the version of the contract', async () => {
  const { status, json } = await send(mock.url, { method: 'GET', path: '/_mock/health', body: '' });
  expect(status).toBe(200);
  expect(json).toEqual({ status: 'ok', contract: contract.version });
});

it('The health allows only GET and HEAD', async () => {
  const { status, headers } = await send(mock.url, { path: '/_mock/health' });
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
});

it('The health responds to HEAD', async () => {
  const { status, headers, text } = await send(mock.url, { method: 'HEAD', path: '/_mock/health', body: '' });
  expect([status, headers['content-type'], text]).toEqual([200, 'application/json', '']);
});

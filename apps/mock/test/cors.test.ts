import { beforeEach, describe, expect, it } from 'vitest';
import { scenarioCode } from './exchange.ts';
import { useMock } from './mock.ts';
import { example, orderPath, PINNED, send } from './pinned.ts';

const lines: string[] = [];
const mock = useMock({ ...PINNED, cors: true, log: (line) => lines.push(line) });
const closed = useMock(PINNED);
beforeEach(() => lines.splice(0));

const PREFLIGHT = {
  method: 'OPTIONS',
  body: '',
  headers: {
    origin: 'http://docs.example',
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization,content-type,prefer',
    authorization: undefined,
  },
};

describe('A mock for pages of other origins', () => {
  it('allows the request in the preflight, with its key and its media type', async () => {
    const { status, headers, text } = await send(mock.url, PREFLIGHT);
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PATCH',
      'access-control-allow-headers': 'authorization,content-type,prefer',
    });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^OPTIONS ${orderPath()} 204 `))]);
  });

  it.each([
    ['a success', {}, 200],
    ['a refusal', { headers: { authorization: undefined } }, 403],
    ['another path', { path: '/elsewhere' }, 404],
    ['a scenario', { orderCode: scenarioCode('html-500') }, 500],
    ['its health', { method: 'GET', path: '/_mock/health', body: '' }, 200],
  ])('lets a page read the response and its headers: %s', async (_, deviation, wanted) => {
    const { status, headers } = await send(mock.url, deviation);
    expect(status).toBe(wanted);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': '*',
    });
  });

  it('does not record the preflight', async () => {
    await send(mock.url, { method: 'DELETE', path: '/_mock/requests', body: '' });
    await send(mock.url, PREFLIGHT);
    const { json } = await send(mock.url, { method: 'GET', path: '/_mock/requests', body: '' });
    expect(json).toEqual({ requests: [] });
  });

  it('refuses OPTIONS that is not a preflight like any other method', async () => {
    const { status } = await send(mock.url, {
      method: 'OPTIONS',
      headers: { origin: 'http://docs.example' },
    });
    expect(status).toBe(405);
  });
});

it('Without CORS, the mock allows nothing to pages of other origins', async () => {
  const { status, headers, json } = await send(closed.url, PREFLIGHT);
  expect([status, json]).toEqual([403, example(403, 'missingKey')]);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

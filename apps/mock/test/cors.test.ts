import { beforeEach, describe, expect, it } from 'vitest';
import { scenarioCode } from './exchange.ts';
import { useMock } from './mock.ts';
import { example, orderPath, PINNED, send } from './pinned.ts';

const lines: string[] = [];
const mock = useMock({ ...PINNED, cors: true, log: (line) => lines.push(line) });
const closed = useMock(PINNED);
beforeEach(() => lines.splice(0));

const QUESTION = {
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
  it('says before the request that it may be sent, with its key and its media type', async () => {
    const { status, headers, text } = await send(mock.url, QUESTION);
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
  ])('lets a page read the response to %s, and its headers', async (_, deviation, wanted) => {
    const { status, headers } = await send(mock.url, deviation);
    expect(status).toBe(wanted);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': '*',
    });
  });

  it('does not record the question', async () => {
    await send(mock.url, { method: 'DELETE', path: '/_mock/requests', body: '' });
    await send(mock.url, QUESTION);
    const { json } = await send(mock.url, { method: 'GET', path: '/_mock/requests', body: '' });
    expect(json).toEqual({ requests: [] });
  });

  it('takes OPTIONS that asks for nothing for another method', async () => {
    const { status } = await send(mock.url, {
      method: 'OPTIONS',
      headers: { origin: 'http://docs.example' },
    });
    expect(status).toBe(405);
  });
});

it('Any other mock says nothing to pages of other origins', async () => {
  const { status, headers, json } = await send(closed.url, QUESTION);
  expect([status, json]).toEqual([403, example(403, 'missingKey')]);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { example, send } from './exchange.ts';
import { useMock } from './mock.ts';

const lines: string[] = [];
const mock = useMock({ log: (line) => lines.push(line) });
beforeEach(() => lines.splice(0));

describe('A key that is none is refused, and the log says why', () => {
  it.each([
    ['{api_key}', 'The key still has the braces of the placeholder'],
    ['{a-real-key}', 'The key still has the braces of the placeholder'],
    ['undefined', 'The key is the word "undefined"'],
    ['null', 'The key is the word "null"'],
  ])('%s', async (key, why) => {
    const { status, json } = await send(mock.url, { headers: { authorization: `Token ${key}` } });
    expect([status, json]).toEqual([403, example(403, 'noPermission')]);
    expect(lines).toEqual([expect.stringContaining(`(hint: ${why}`)]);
    expect(lines[0]).not.toContain('a-real-key');
  });

  it('also where somebody looks at the last requests', async () => {
    await send(mock.url, { headers: { authorization: 'Token undefined' } });
    const { json } = await send(mock.url, { method: 'GET', path: '/_mock/requests', body: '' });
    const { requests } = json as { requests: { hint?: string }[] };
    expect(requests.at(-1)?.hint).toContain('The key is the word "undefined"');
  });
});

it("An order number of the channel's own is refused, and the log says why", async () => {
  expect((await send(mock.url, { orderCode: 'ORDER-123' })).status).toBe(404);
  expect(lines).toEqual([expect.stringContaining("Is it the channel's own order number?")]);
});

it('What is right has no hint', async () => {
  await send(mock.url);
  expect(lines[0]).not.toContain('hint');
});

describe('A mock that is told the key', () => {
  const told = useMock({ apiKey: 'undefined' });
  it('takes it whatever it looks like', async () => {
    const { status } = await send(told.url, { headers: { authorization: 'Token undefined' } });
    expect(status).toBe(200);
  });
});

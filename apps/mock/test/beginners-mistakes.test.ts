import { beforeEach, describe, expect, it } from 'vitest';
import { order, send } from './exchange.ts';
import { useMock } from './mock.ts';
import { refused } from './order.ts';
import * as pinned from './pinned.ts';

/** The channel's code of the pinned contract's example, which the page's cURL has in the path. */
const OTHER = '915c1218-f41c-492b-bb0b-96177ff4d2ee';

const lines: string[] = [];
const log = (line: string) => lines.push(line);
const mock = useMock({ log });
const ofPinned = useMock({ ...pinned.PINNED, log });
beforeEach(() => lines.splice(0));

describe('A placeholder in place of a key is refused, and the log says why', () => {
  it.each([
    ['{api_key}', 'The key still has the braces of the placeholder'],
    ['{a-real-key}', 'The key still has the braces of the placeholder'],
    ['{{api_key}}', 'The key still has the braces of the placeholder'],
    ['\x24{a-real-key}', 'The key still has the braces of the placeholder'],
    ['undefined', 'The key is the word "undefined"'],
    ['null', 'The key is the word "null"'],
    ['None', 'The key is the word "None"'],
  ])('%s', async (key, why) => {
    const { status, json } = await send(mock.url, { headers: { authorization: `Token ${key}` } });
    expect([status, json]).toEqual(refused(order.refusals.wrongKey[0]));
    expect(lines).toEqual([expect.stringContaining(`(hint: ${why}`)]);
    expect(lines[0]).not.toContain('a-real-key');
  });

  it('and so does the list of the last requests', async () => {
    await send(mock.url, { headers: { authorization: 'Token undefined' } });
    const { json } = await send(mock.url, { method: 'GET', path: '/_mock/requests', body: '' });
    const { requests } = json as { requests: { hint?: string }[] };
    expect(requests.at(-1)?.hint).toContain('The key is the word "undefined"');
  });
});

describe('A request without a key is refused, and the log says why without quoting what may be the key', () => {
  it.each([
    [undefined, 'There is no Authorization header, or it is empty.'],
    ['', 'There is no Authorization header, or it is empty.'],
    [
      'a-real-key',
      'The Authorization header does not begin with "Token". Write "Token", one space and the key.',
    ],
    ['Bearer a-real-key', 'The Authorization header does not begin with "Token". '],
    ['Token', 'The Authorization header has no key after "Token". Write "Token", one space and the key.'],
    [
      'Token Token a-real-key',
      'The Authorization header has more than one word after "Token". Write "Token", ',
    ],
  ])('%s', async (authorization, why) => {
    const { status } = await pinned.send(ofPinned.url, { headers: { authorization } });
    expect(status).toBe(403);
    expect(lines).toEqual([expect.stringContaining(`(hint: ${why}`)]);
    expect(lines[0]).not.toContain('a-real-key');
  });
});

describe('Another kind of code is refused, and the log says what it probably is', () => {
  it("an order number of the channel's own", async () => {
    const { status, json } = await pinned.send(ofPinned.url, { orderCode: 'ORDER-123' });
    expect([status, json]).toEqual([404, pinned.example(404, 'malformedOrder')]);
    expect(lines).toEqual([
      expect.stringContaining(
        `(hint: The order code is not one of AX Cloud's: its format is not "uuid". Is it the channel_order_code of an order? With --any-code the mock takes it.)`,
      ),
    ]);
  });

  it.each([OTHER, OTHER.toUpperCase()])("the channel's code of the page's example: %s", async (orderCode) => {
    const { status, json } = await pinned.send(ofPinned.url, { orderCode });
    expect([status, json]).toEqual([404, pinned.example(404, 'unknownOrder')]);
    expect(lines).toEqual([
      expect.stringContaining(
        "(hint: The order code is the channel_order_code of the contract's example. Send the ax_order_code. ",
      ),
    ]);
  });

  it('and so does the list of the last requests', async () => {
    await pinned.send(ofPinned.url, { orderCode: OTHER });
    const { json } = await pinned.send(ofPinned.url, { method: 'GET', path: '/_mock/requests', body: '' });
    const { requests } = json as { requests: { hint?: string }[] };
    expect(requests.at(-1)?.hint).toContain('Send the ax_order_code.');
  });
});

describe('A mock that accepts any order code', () => {
  const any = useMock({ ...pinned.PINNED, anyCode: true, log });
  it.each(['ORDER-123', OTHER])('cancels %s, without a hint', async (orderCode) => {
    expect((await pinned.send(any.url, { orderCode })).status).toBe(200);
    expect(lines.join()).not.toContain('hint');
  });
  it('still refuses the codes that the contract names', async () => {
    for (const orderCode of [pinned.UNKNOWN_ORDER, pinned.MALFORMED_ORDER])
      expect((await pinned.send(any.url, { orderCode })).status).toBe(404);
  });
});

describe("A contract with the channel's code in its path", () => {
  const channel = useMock({
    contract: async () =>
      pinned.contractAfter(({ operation, responses }) => {
        operation.parameters[0].example = OTHER;
        const { 'x-echoes': echoes } = responses['200'];
        echoes.channel_order_code = echoes.ax_order_code;
        delete echoes.ax_order_code;
      }),
  });
  it("accepts that code, and refuses AX Cloud's", async () => {
    expect((await pinned.send(channel.url, { orderCode: OTHER })).status).toBe(200);
    expect((await pinned.send(channel.url, { orderCode: pinned.ORDER })).status).toBe(404);
  });
});

it('A valid request has no hint', async () => {
  await send(mock.url);
  expect(lines[0]).not.toContain('hint');
});

describe('A mock with a key of its own', () => {
  const told = useMock({ apiKey: 'undefined' });
  it('accepts it even if it looks like a placeholder', async () => {
    const { status } = await send(told.url, { headers: { authorization: 'Token undefined' } });
    expect(status).toBe(order.SUCCESS);
  });
});

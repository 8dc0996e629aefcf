import { describe, expect, it } from 'vitest';
import { contract, example, ORDER, orderPath, provoking, send, VALID } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const OTHER = ORDER.replace(/.$/, '0');
const UNKNOWN_ORDER = provoking(404, 'unknownOrder');

function prefer(preference: string, deviation: { orderCode?: string; body?: unknown } = {}) {
  return send(mock.url, { ...deviation, headers: { prefer: preference } });
}

describe('Prefer gives every example of the contract as it is written', () => {
  const all = contract.responses.flatMap(({ status, examples }) =>
    Object.keys(examples).map((name): [number, string] => [status, name]),
  );
  it.each(all)('code=%i, example=%s', async (code, name) => {
    const { status, json } = await prefer(`code=${code}, example=${name}`);
    expect(status).toBe(code);
    expect(json).toEqual(example(code, name));
  });
});

describe('The query prefers as in Prism, where there is no Prefer', () => {
  it.each([
    ['__code=404', 404, 'unknownOrder'],
    ['__code=400&__example=notAString', 400, 'notAString'],
    ['__example=unavoidableCancel', 200, 'unavoidableCancel'],
    ['x=1&__code=403&__example=noPermission&__code=404', 403, 'noPermission'],
  ])('?%s', async (query, code, name) => {
    const { status, json } = await send(mock.url, { path: `${orderPath()}?${query}` });
    expect([status, json]).toEqual([code, example(code, name)]);
  });

  it('Values are made up, the same for the same seed', async () => {
    const path = `${orderPath()}?__dynamic=true&__seed=a`;
    const { status, text } = await send(mock.url, { path });
    expect([status, text]).toEqual([200, (await prefer('dynamic=true, seed=a')).text]);
  });

  it('Prefer goes before it, whatever it says', async () => {
    const path = `${orderPath()}?__code=404`;
    expect((await send(mock.url, { path, headers: { prefer: 'code=403' } })).status).toBe(403);
    expect((await send(mock.url, { path, headers: { prefer: 'return=minimal' } })).status).toBe(200);
    expect((await send(mock.url, { path, headers: { prefer: '' } })).status).toBe(404);
  });

  it.each([
    ['__code=418', '?__code=418 is not in the contract. Write one of: __code=200 | __code=400 | '],
    ['__code=404&__example=x', 'Write one of: __code=404&__example=unknownOrder | '],
    ['__dynamic=yes', 'Write one of: __dynamic=true | __dynamic=false.'],
  ])('?%s gets 400 and says what to write', async (query, advice) => {
    const { status, json } = await send(mock.url, { path: `${orderPath()}?${query}` });
    expect([status, json]).toEqual([400, { detail: expect.stringContaining(advice) }]);
  });
});

it('A code alone gives the first example of that status', async () => {
  const { status, json } = await prefer('code=400');
  expect(status).toBe(400);
  expect(json).toEqual(example(400, 'missingFields'));
});

it('An example alone is one of the 200', async () => {
  const { status, json } = await prefer('example=unavoidableCancel', { orderCode: OTHER });
  expect(status).toBe(200);
  expect(json).toEqual(example(200, 'unavoidableCancel'));
});

it('code=200 without an example is the echo', async () => {
  const { json } = await prefer('code=200', { orderCode: OTHER });
  expect(json).toMatchObject({ ax_order_code: OTHER, ax_order_status: VALID.ax_status });
});

it('dynamic=true makes values up, and a success is still the echo', async () => {
  const { status, json } = await prefer('dynamic=true', { orderCode: OTHER });
  expect(status).toBe(200);
  expect(json).toMatchObject({ ax_order_code: OTHER, ax_order_status: VALID.ax_status });
  expect(json).not.toMatchObject({ channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee' });
});

it('The same seed makes up the same values', async () => {
  const first = await prefer('dynamic=true, seed=a');
  expect((await prefer('dynamic=true, seed=a')).text).toBe(first.text);
  expect((await prefer('dynamic=true, seed=b')).text).not.toBe(first.text);
});

it.each(['application/json;q=0', 'application/json;q=0, a;b=c', 'application/json;q=0, ;x'])(
  'Prefer does not make JSON acceptable to "%s"',
  async (accept) => {
    const headers = { accept, prefer: 'code=404' };
    expect((await send(mock.url, { headers })).status).toBe(406);
  },
);

it('Prefer goes before an order code that provokes a response', async () => {
  expect((await prefer('code=200', { orderCode: UNKNOWN_ORDER })).status).toBe(200);
});

it('An order code that provokes a response goes before dynamic=true', async () => {
  expect((await prefer('dynamic=true', { orderCode: UNKNOWN_ORDER })).status).toBe(404);
});

it('An invalid request gets its 400 also where Prefer names another status', async () => {
  const { status, json } = await prefer('code=404', { body: { ax_status: 'New' } });
  expect(status).toBe(400);
  expect(json).toEqual({ channel_status: ['이 필드는 필수 항목입니다.'] });
});

it('An invalid request gets its 400 also where Prefer names an example of a success', async () => {
  const { status, json } = await prefer('example=unavoidableCancel', { body: { ax_status: 'New' } });
  expect(status).toBe(400);
  expect(json).toEqual({ channel_status: ['이 필드는 필수 항목입니다.'] });
});

it('An invalid request gets the example of 400 that Prefer names', async () => {
  const { json } = await prefer('code=400, example=notAString', { body: {} });
  expect(json).toEqual(example(400, 'notAString'));
});

it.each(['return=minimal', 'CODE = 404', 'code="404"', 'code=404; example=unknownOrder'])(
  'Prefer is read as RFC 7240 writes it: %s',
  async (preference) => {
    expect((await prefer(preference)).status).toBe(preference.startsWith('return') ? 200 : 404);
  },
);

describe('A preference that cannot be met gets 400 and says what to write', () => {
  it.each([
    ['code=418', 'code=200 | code=400 | code=403 | code=404'],
    ['code=abc', 'code=200 | code=400 | code=403 | code=404'],
    ['code', 'code=200 | code=400 | code=403 | code=404'],
    ['code=404, example=noPermission', 'code=404, example=unknownOrder'],
    ['example=constructor', 'code=200, example=travelerCancel | code=200, example=unavoidableCancel'],
    ['dynamic=yes', 'dynamic=true | dynamic=false'],
  ])('%s', async (preference, advice) => {
    const { status, headers, json } = await prefer(preference);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/json');
    expect(json).toEqual({ detail: expect.stringContaining(advice) });
  });
});

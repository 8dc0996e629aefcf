import { describe, expect, it } from 'vitest';
import { contract, ORDER, order, orderPath, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const OTHER = ORDER.replace(/.$/, '0');
const { SUCCESS, INVALID, orderIn, repeats, withStatus } = order;
const [unknown] = order.refusals.order;
const UNKNOWN_ORDER = order.provoking(unknown);
const successes = Object.keys(contract.success.examples);
/** A body that the contract does not allow, and what it gets. */
const wrong = { body: withStatus('x') };
const refusal = order.invalid(
  Object.fromEntries(order.statusFields.map(({ name }) => [name, '"x"이 유효하지 않은 선택(choice)입니다.'])),
);

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
    expect(json).toEqual(order.example(code, name));
  });
});

describe('Without Prefer, the query has preferences as in Prism', () => {
  const { name: otherName, status: otherStatus } = order.refusals.wrongKey[0];
  it.each([
    [`__code=${unknown.status}`, unknown.status, unknown.name],
    ...order.refusals.invalid.map(({ status: code, name }): [string, number, string] => [
      `__code=${code}&__example=${name}`,
      code,
      name,
    ]),
    ...successes.map((name): [string, number, string] => [`__example=${name}`, SUCCESS, name]),
    [`x=1&__code=${otherStatus}&__example=${otherName}&__code=${unknown.status}`, otherStatus, otherName],
  ])('?%s', async (query, code, name) => {
    const { status, json } = await send(mock.url, { path: `${orderPath()}?${query}` });
    expect([status, json]).toEqual([code, order.example(code, name)]);
  });

  it('Values are made up, the same for the same seed', async () => {
    const path = `${orderPath()}?__dynamic=true&__seed=a`;
    const { status, text } = await send(mock.url, { path });
    expect([status, text]).toEqual([SUCCESS, (await prefer('dynamic=true, seed=a')).text]);
  });

  it('Prefer takes precedence over it', async () => {
    const path = `${orderPath()}?__code=${unknown.status}`;
    const statusWith = async (preference: string) =>
      (await send(mock.url, { path, headers: { prefer: preference } })).status;
    expect(await statusWith(`code=${otherStatus}`)).toBe(otherStatus);
    expect(await statusWith('return=minimal')).toBe(SUCCESS);
    expect(await statusWith('')).toBe(unknown.status);
  });

  it.each([
    [
      '__code=418',
      `?__code=418 is not in the contract. Write one of: ${contract.responses.map((one) => `__code=${one.status}`).join(' | ')}`,
    ],
    [`__code=${unknown.status}&__example=x`, `__code=${unknown.status}&__example=${unknown.name}`],
    ['__dynamic=yes', 'Write one of: __dynamic=true | __dynamic=false.'],
  ])('?%s gets 400 and says what to write', async (query, advice) => {
    const { status, json } = await send(mock.url, { path: `${orderPath()}?${query}` });
    expect([status, json]).toEqual([400, { detail: expect.stringContaining(advice) }]);
  });
});

it('A code alone gives the first example of that status', async () => {
  for (const { status: code, examples } of contract.responses) {
    const { status, json } = await prefer(`code=${code}`);
    expect(status).toBe(code);
    if (code !== SUCCESS) expect(json).toEqual(Object.values(examples)[0]?.value);
  }
});

it.each(successes)('An example alone is one of the success: %s', async (name) => {
  const { status, json } = await prefer(`example=${name}`, { orderCode: OTHER });
  expect([status, json]).toEqual([SUCCESS, order.example(SUCCESS, name)]);
});

it('The code of the success without an example is the echo', async () => {
  const { json } = await prefer(`code=${SUCCESS}`, { orderCode: OTHER });
  expect(orderIn(json)).toMatchObject(repeats(OTHER));
});

it('dynamic=true makes values up, and a success is still the echo', async () => {
  const { status, json } = await prefer('dynamic=true', { orderCode: OTHER });
  expect(status).toBe(SUCCESS);
  const echoes = repeats(OTHER);
  expect(orderIn(json)).toMatchObject(echoes);
  // Made-up values differ from those of the example, but for what is repeated.
  const [example] = Object.values(contract.success.examples);
  const kept = Object.entries(orderIn(example?.value) as object).filter(([name]) => !(name in echoes));
  expect(kept).not.toEqual([]);
  expect(orderIn(json)).not.toMatchObject(Object.fromEntries(kept));
});

it('The same seed makes up the same values', async () => {
  const first = await prefer('dynamic=true, seed=a');
  expect((await prefer('dynamic=true, seed=a')).text).toBe(first.text);
  expect((await prefer('dynamic=true, seed=b')).text).not.toBe(first.text);
});

it.each(['application/json;q=0', 'application/json;q=0, a;b=c', 'application/json;q=0, ;x'])(
  'Prefer does not make JSON acceptable to "%s"',
  async (accept) => {
    const headers = { accept, prefer: `code=${unknown.status}` };
    expect((await send(mock.url, { headers })).status).toBe(406);
  },
);

it('Prefer takes precedence over an order code that provokes a response', async () => {
  expect((await prefer(`code=${SUCCESS}`, { orderCode: UNKNOWN_ORDER })).status).toBe(SUCCESS);
});

it('An order code that provokes a response takes precedence over dynamic=true', async () => {
  expect((await prefer('dynamic=true', { orderCode: UNKNOWN_ORDER })).status).toBe(unknown.status);
});

it('An invalid request gets its refusal even if Prefer names another status', async () => {
  const { status, json } = await prefer(`code=${unknown.status}`, wrong);
  expect([status, json]).toEqual([INVALID, refusal]);
});

it.each(successes)(
  'An invalid request gets its refusal even if Prefer names an example of a success: %s',
  async (name) => {
    const { status, json } = await prefer(`example=${name}`, wrong);
    expect([status, json]).toEqual([INVALID, refusal]);
  },
);

it.each(order.refusals.invalid)(
  'An invalid request gets the example that Prefer names: $name',
  async (one) => {
    const { json } = await prefer(`code=${one.status}, example=${one.name}`, wrong);
    expect(json).toEqual(one.value);
  },
);

it.each([
  'return=minimal',
  `CODE = ${unknown.status}`,
  `code="${unknown.status}"`,
  `code=${unknown.status}; example=${unknown.name}`,
])('Prefer is read as RFC 7240 writes it: %s', async (preference) => {
  expect((await prefer(preference)).status).toBe(preference.startsWith('return') ? SUCCESS : unknown.status);
});

describe('A preference that cannot be met gets 400 and says what to write', () => {
  const codes = contract.responses.map(({ status }) => `code=${status}`).join(' | ');
  it.each([
    ['code=418', codes],
    ['code=abc', codes],
    ['code', codes],
    [`code=${unknown.status}, example=${successes[0]}`, `code=${unknown.status}, example=${unknown.name}`],
    ['example=constructor', successes.map((name) => `code=${SUCCESS}, example=${name}`).join(' | ')],
    ['dynamic=yes', 'dynamic=true | dynamic=false'],
  ])('%s', async (preference, advice) => {
    const { status, headers, json } = await prefer(preference);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/json');
    expect(json).toEqual({ detail: expect.stringContaining(advice) });
  });
});

it('A comma inside quotation marks separates no preferences', async () => {
  const prefer = 'note="a, code=404", wait=1';
  expect((await send(mock.url, { headers: { prefer } })).status).toBe(200);
});

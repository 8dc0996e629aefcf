import { inspect } from 'node:util';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { describe, expect, test } from 'vitest';
import { CODE, contract, createClient, INPUT, OTHER_CODE } from './call.ts';
import { CODE_ECHO, FORBIDDEN, INVALID, NOT_FOUND, ORDER, responseWith, SUCCESS } from './documented.ts';

const TOKEN = '9f2c4e6a8b0d1f3e5a7c9b2d4f6e8a0c1b3d5f70';
/** A key that every encoding writes in another way. */
const ODD = 'k+y/with"quote\\and%percent=0123456789';

/** Lets a server answer with this, and gives the failure, and all that can be seen of it. */
async function failureOf(apiKey: string, status: number, body: string, headers: Record<string, string> = {}) {
  const exchanges: unknown[] = [];
  const channel = createClient({
    apiKey,
    fetch: async () => new Response(body, { status, headers }),
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const result = await channel.cancelTourOrder(CODE, INPUT);
  if (result.ok) throw new Error('The cancel must fail in these tests.');
  const seen = [channel, result, exchanges];
  return { error: result.error, seen: inspect(seen, { depth: 20, showHidden: true }) + JSON.stringify(seen) };
}

const { lists } = invalidRequestForm(contract);

describe.each([
  ['a key of hexadecimal digits', TOKEN],
  ['a key of special characters', ODD],
])('%s is hidden', (_, key) => {
  test.each([
    ['as it is', key],
    ['in an address', encodeURIComponent(key)],
    ['in a JSON text', JSON.stringify(key)],
    ['in the Base64 of the whole header', btoa(`Token ${key}`)],
    ['in Base64 after a user name', btoa(`users:${key}`)],
    ['in Base64 after a colon', btoa(`:${key}`)],
    ['in a header that is repeated', `authorization: Token ${key}\r\nauthorization: Token ${key}`],
  ])('when the body holds it %s', async (_, text) => {
    const { error, seen } = await failureOf(key, 500, `<pre>${text}</pre>`);
    expect(error).toHaveProperty('text', expect.stringContaining('***'));
    for (const form of [
      key,
      encodeURIComponent(key),
      JSON.stringify(key).slice(1, -1),
      btoa(key).slice(0, -4),
      btoa(` ${key}`).slice(4, -4),
      btoa(`  ${key}`).slice(4, -4),
    ]) {
      expect(seen).not.toContain(form);
    }
  });

  test('when it is cut where the text ends', async () => {
    const { error } = await failureOf(key, 500, `${'x'.repeat(2048 - 10)}${key}`);
    expect(error).toHaveProperty('text', `${'x'.repeat(2048 - 10)}***`);
  });

  test.each<[string, number, string, object]>([
    ['a detail', FORBIDDEN.status, JSON.stringify({ detail: `no ${key}` }), {}],
    ['the name of a field', INVALID.status, JSON.stringify({ detail: 'no', [key]: ['unknown'] }), {}],
    ...lists.map((name): [string, number, string, object] => [
      `the message of the field ${name}`,
      INVALID.status,
      JSON.stringify({ [name]: [`no ${key}`] }),
      {},
    ]),
    ['a header', 502, '', { 'x-echo': `Token ${key}` }],
    ['the target of a redirect', 307, '', { location: `https://ax.example.com/?key=${key}` }],
    [
      'an order that was not asked for',
      SUCCESS,
      responseWith({ ...ORDER, [CODE_ECHO]: key, further: { names: [key], [key]: 1 } }),
      {},
    ],
  ])('when it stands in %s', async (_, status, body, headers) => {
    const { seen } = await failureOf(key, status, body, headers as Record<string, string>);
    expect(seen).toContain('***');
    expect(seen).not.toContain(key);
    expect(seen).not.toContain(JSON.stringify(key).slice(1, -1));
  });
});

test('a key that was given as the order code is hidden', async () => {
  const urls: string[] = [];
  const channel = createClient({
    apiKey: TOKEN,
    fetch: async () => new Response('{"detail":"no"}', { status: NOT_FOUND.status }),
    onExchange: ({ url }) => urls.push(url),
  });
  const result = await channel.cancelTourOrder(TOKEN, INPUT);
  expect(result).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  expect(inspect(result) + urls.join()).not.toContain(TOKEN);
});

test('the words of a message stay, whatever the key is', async () => {
  const { error } = await failureOf('no', NOT_FOUND.status, '{"detail":"gone"}');
  expect(error.message).toContain('no such order');
});

test('a key that is a letter of the contract’s names leaves these names as they are', async () => {
  const order = { ...ORDER, [CODE_ECHO]: OTHER_CODE };
  const received = Object.fromEntries(
    Object.entries(order).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('a', '***') : value,
    ]),
  );
  const { error } = await failureOf('a', SUCCESS, responseWith(order), { 'x-a': 'b' });
  expect(error).toMatchObject({ kind: 'not_applied', received, headers: { 'x-a': 'b' } });
});

import { inspect } from 'node:util';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/index.ts';
import { CODE, contract, createClient, INPUT, OTHER_CODE } from './call.ts';
import {
  CODE_ECHO,
  FORBIDDEN,
  INVALID,
  NOT_FOUND,
  ORDER,
  RIGHT,
  responseWith,
  SUCCESS,
} from './documented.ts';

const TOKEN = '9f2c4e6a8b0d1f3e5a7c9b2d4f6e8a0c1b3d5f70';
/** A key that every encoding writes in another way. */
const ODD = 'k+y/with"quote\\and%percent=0123456789';

const hex = (character: string) => character.charCodeAt(0).toString(16);
const escaped = (key: string, before: string) => [...key].map((one) => `${before}${hex(one)}`).join('');
const percentEncoded = (key: string) => escaped(key, '%').toUpperCase();
const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};
const html = (key: string) => key.replace(/[&<>"']/g, (one) => `&${NAMED[one]};`);

/** The failure after this response, and all that can be seen of it. */
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
    ['in the Base64 of an address', btoa(`:${key}`).replaceAll('+', '-').replaceAll('/', '_')],
    ['in capitals', key.toUpperCase()],
    ['in an address with small letters', encodeURIComponent(key).toLowerCase()],
    ['in an address with every character encoded', percentEncoded(key)],
    ['in a JSON text with slashes escaped', JSON.stringify(key).replaceAll('/', '\\/')],
    ['in a JSON text within a JSON text', JSON.stringify(JSON.stringify(key))],
    ['in a JSON text with every character escaped', escaped(key, '\\u00')],
    ['in HTML', html(key)],
    ['in HTML by numbers', [...key].map((one) => `&#${one.charCodeAt(0)};`).join('')],
    ['in HTML by hexadecimal numbers', [...key].map((one) => `&#x${hex(one)};`).join('')],
    ['in a header that is repeated', `authorization: Token ${key}\r\nauthorization: Token ${key}`],
  ])('when the body holds it %s', async (_, text) => {
    const { error, seen } = await failureOf(key, 500, `<pre>${text}</pre>`);
    expect(error).toHaveProperty('text', expect.stringMatching(/\*\*\*/));
    expect(seen.toLowerCase()).not.toContain(text.toLowerCase());
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

test.each(['a', 'test', 'channel'])(
  'the short key "%s" is made up, and hides no word of a failure',
  async (key) => {
    const received = { ...ORDER, [CODE_ECHO]: OTHER_CODE };
    const { error } = await failureOf(key, SUCCESS, responseWith(received), { 'x-a': 'test' });
    expect(error).toMatchObject({ kind: 'not_applied', received, headers: { 'x-a': 'test' } });
    expect(error.message).toContain('https://test.ax-cloud.com/');
  },
);

test('neither failures nor logs show the session cookie of a response, and both show its request id', async () => {
  const headers = { 'set-cookie': 'sessionid=secret-session', 'x-request-id': `r-${TOKEN}` };
  const exchanges: Exchange[] = [];
  const onExchange = (exchange: Exchange) => void exchanges.push(exchange);
  const fetch = async () => new Response(responses.shift(), { status: SUCCESS, headers });
  const responses = [RIGHT, 'spoilt'];
  const channel = createClient({ apiKey: TOKEN, fetch, onExchange });
  const results = [await channel.cancelTourOrder(CODE, INPUT), await channel.cancelTourOrder(CODE, INPUT)];
  expect(inspect([results, exchanges], { depth: 20 })).not.toMatch(/secret-session|set-cookie/);
  const [success, failure] = results;
  for (const seen of [success, failure?.error, ...exchanges]) {
    expect(seen).toHaveProperty('headers.x-request-id', 'r-***');
  }
  expect(exchanges.map(({ kind, outcome, status }) => [kind, outcome, status])).toEqual([
    ['ok', undefined, SUCCESS],
    ['malformed_response', 'unknown', SUCCESS],
  ]);
});

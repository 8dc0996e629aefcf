import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createChannelClient } from '../src/index.ts';

const ORDER = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const TOKEN = '9f2c4e6a8b0d1f3e5a7c9b2d4f6e8a0c1b3d5f70';
/** A key that every encoding writes in another way. */
const ODD = 'k+y/with"quote\\and%percent=0123456789';

/** Lets a server answer with this, and gives the failure, and all that can be seen of it. */
async function failureOf(apiKey: string, status: number, body: string, headers: Record<string, string> = {}) {
  const exchanges: unknown[] = [];
  const channel = createChannelClient({
    apiKey,
    environment: 'test',
    fetch: async () => new Response(body, { status, headers }),
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const result = await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' });
  if (result.ok) throw new Error('The cancel must fail in these tests.');
  const seen = [channel, result, exchanges];
  return { error: result.error, seen: inspect(seen, { depth: 20, showHidden: true }) + JSON.stringify(seen) };
}

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

  test.each([
    ['a detail', 403, JSON.stringify({ detail: `no ${key}` }), {}],
    ['the name of a field', 400, JSON.stringify({ [key]: ['unknown'] }), {}],
    ['the message of a field', 400, JSON.stringify({ ax_status: [`no ${key}`] }), {}],
    ['a header', 502, '', { 'x-echo': `Token ${key}` }],
    ['the target of a redirect', 307, '', { location: `https://ax.example.com/?key=${key}` }],
    [
      'an order that was not asked for',
      200,
      JSON.stringify({
        ax_order_code: key,
        ax_order_status: 'New',
        channel_order_code: '1',
        channel_order_status: 'New',
        further: { names: [key], [key]: 1 },
      }),
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
  const channel = createChannelClient({
    apiKey: TOKEN,
    environment: 'test',
    fetch: async () => new Response('{"detail":"no"}', { status: 404 }),
    onExchange: ({ url }) => urls.push(url),
  });
  const result = await channel.cancelTourOrder(TOKEN, { status: 'Traveler cancel' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  expect(inspect(result) + urls.join()).not.toContain(TOKEN);
});

test('the words of a message stay, whatever the key is', async () => {
  const { error } = await failureOf('no', 404, '{"detail":"gone"}');
  expect(error.message).toContain('no such order');
});

test('a key that is a letter of the contract’s names leaves these names as they are', async () => {
  const received = {
    ax_order_code: 'other',
    ax_order_status: 'New',
    channel_order_code: 'x',
    channel_order_status: 'New',
  };
  const { error } = await failureOf('a', 200, JSON.stringify(received), { 'x-a': 'b' });
  expect(error).toMatchObject({ kind: 'not_applied', received, headers: { 'x-a': 'b' } });
});

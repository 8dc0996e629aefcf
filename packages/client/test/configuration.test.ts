import { expect, test } from 'vitest';
import { type ChannelClientOptions, createChannelClient } from '../src/index.ts';
import { createMockFetch } from '../src/testing.ts';
import { CODE, createClient, INPUT, OPTIONAL_FIELDS, PARAMETERS, STATUSES } from './call.ts';

const make = (options: object) => () =>
  createChannelClient({ ...PARAMETERS, ...options } as unknown as ChannelClientOptions);

test.each<[string, object, RegExp]>([
  ['no key', { environment: 'test' }, /apiKey is missing.*Give the bare key/],
  ['an empty key', { apiKey: '', environment: 'test' }, /apiKey is missing, empty/],
  ['a key with the word Token', { apiKey: 'Token abc', environment: 'test' }, /without the word "Token"/],
  ['a key with a line break', { apiKey: 'abc\n', environment: 'test' }, /line break/],
  ['neither server', { apiKey: 'k' }, /environment is undefined.*"test" or "production"/],
  [
    'both servers',
    { apiKey: 'k', environment: 'test', baseUrl: 'http://127.0.0.1:4010' },
    /Set either environment or baseUrl, not both/,
  ],
  [
    'an unknown environment',
    { apiKey: 'k', environment: 'staging' },
    /environment is staging.*"test" or "production"/,
  ],
  ['an inherited name as environment', { apiKey: 'k', environment: 'toString' }, /environment is toString/],
  [
    'a base URL that is none',
    { apiKey: 'k', baseUrl: 'test.ax-cloud.com' },
    /baseUrl is not a URL.*"https:\/\/ax\.example\.com"/,
  ],
  [
    'plain http beyond this machine',
    { apiKey: 'k', baseUrl: 'http://test.ax-cloud.com' },
    /Give https, or http to this machine/,
  ],
  [
    'a base URL with a password',
    { apiKey: 'k', baseUrl: 'https://u:p@test.ax-cloud.com' },
    /without user, query/,
  ],
  ['a base URL with an empty query', { apiKey: 'k', baseUrl: 'https://ax.example.com/?' }, /without.*query/],
  ['a base URL with an empty fragment', { apiKey: 'k', baseUrl: 'https://ax.example.com/#' }, /fragment/],
  [
    'plain http to a host that only ends like this machine’s name in its path',
    { apiKey: 'k', baseUrl: 'http://ax.example.com/a.localhost/' },
    /this machine/,
  ],
  [
    'plain http to a host that only begins like this machine’s address',
    { apiKey: 'k', baseUrl: 'http://127.0.0.1.example.com' },
    /this machine/,
  ],
  [
    'plain http to a host behind this machine’s name as a user',
    { apiKey: 'k', baseUrl: 'http://localhost:80@ax.example.com' },
    /this machine/,
  ],
  ['another scheme', { apiKey: 'k', baseUrl: 'file:///etc' }, /Give https/],
  ['retries below zero', { apiKey: 'k', environment: 'test', retries: -1 }, /retries is -1/],
  [
    'a time limit of zero',
    { apiKey: 'k', environment: 'test', timeoutMs: 0 },
    /timeoutMs is 0\. Give a whole number from 1/,
  ],
  [
    'a time limit longer than a timer',
    { apiKey: 'k', environment: 'test', timeoutMs: 2 ** 31 },
    /2147483647/,
  ],
  [
    'a fetch that is not a function',
    { apiKey: 'k', environment: 'test', fetch: {} },
    /fetch is not a valid function/,
  ],
  [
    'a hook that is not a function',
    { apiKey: 'k', environment: 'test', onExchange: 'x' },
    /onExchange is not a valid function/,
  ],
  ['a time limit that is text', { apiKey: 'k', environment: 'test', timeoutMs: '100' }, /timeoutMs is 100/],
])('%s is refused at once, with what to write', (_, options, message) => {
  expect(make(options)).toThrow(TypeError);
  expect(make(options)).toThrow(message);
});

test('a refused key is not printed', () => {
  expect(make({ apiKey: 'secret key', environment: 'test' })).not.toThrow(/secret/);
});

test.each([
  'http://localhost:4010',
  'http://api.localhost',
  'http://127.1.2.3',
  'http://[::1]:4010/',
  'https://ax.example.com/under/a/path',
])('the server %s is taken', (baseUrl) => {
  expect(make({ apiKey: 'k', baseUrl })).not.toThrow();
});

/** A contract may have none. */
const TEXT_FIELDS = OPTIONAL_FIELDS.filter(({ schema }) => [schema.type].flat().includes('string'));

test.each<[unknown, unknown, string | RegExp]>([
  ['', INPUT, /axOrderCode/],
  ['.', INPUT, /axOrderCode/],
  ['..', INPUT, /axOrderCode/],
  ['\ud800', INPUT, /axOrderCode/],
  ['order\n', INPUT, /axOrderCode/],
  ...TEXT_FIELDS.flatMap(({ name }): [unknown, unknown, string][] => [
    [CODE, { ...INPUT, [name]: '\udc00' }, `${name} must be well-formed (it contains a lone surrogate)`],
    [CODE, { ...INPUT, [name]: 1 }, `${name} must be a string`],
  ]),
  [CODE, { ...INPUT, status: 'New' }, `"${STATUSES.join('" or "')}"`],
  [CODE, { ...INPUT, status: STATUSES[0]?.toLowerCase() }, /spelt exactly/],
  [CODE, undefined, /status is "undefined"/],
  [CODE, { ...INPUT, status: Symbol('x') }, /status is "Symbol\(x\)"/],
  [1n, INPUT, /axOrderCode is "1"/],
  [CODE, { ...INPUT, signal: new AbortController() }, /signal is not a valid AbortSignal/],
  [CODE, { ...INPUT, signal: { aborted: true } }, /signal is not a valid AbortSignal/],
])('the order code %s with %o is refused before anything is sent', async (code, input, message) => {
  let sent = false;
  const fetch = async () => {
    sent = true;
    return new Response();
  };
  const channel = createClient({ fetch });
  const cancel = () => channel.cancelTourOrder(code as string, input as never);
  await expect(cancel()).rejects.toThrow(message);
  await expect(cancel()).rejects.toThrow(TypeError);
  expect(sent).toBe(false);
});

test.each([
  ['a key with a space', () => 'a b'],
  ['nothing', () => undefined],
  ['a number', async () => 1],
])('a key function that gives %s is refused before anything is sent', async (_, apiKey) => {
  const fetch = createMockFetch();
  const channel = createClient({ apiKey: apiKey as () => string, fetch });
  const cancel = channel.cancelTourOrder(CODE, INPUT);
  await expect(cancel).rejects.toThrow(TypeError);
  await expect(cancel).rejects.toThrow(/apiKey/);
  expect(fetch.sent).toEqual([]);
});

test('what a key function throws reaches the caller, and nothing is sent', async () => {
  const fetch = createMockFetch();
  const apiKey = () => {
    throw new Error('vault closed');
  };
  const channel = createClient({ apiKey, fetch });
  const cancel = channel.cancelTourOrder(CODE, INPUT);
  await expect(cancel).rejects.toThrow('vault closed');
  expect(fetch.sent).toEqual([]);
});

import { expect, test } from 'vitest';
import { type ChannelClientOptions, createChannelClient } from '../src/index.ts';
import { createMockFetch } from '../src/testing.ts';
import { CODE, contract, createClient, INPUT, OPTIONAL_FIELDS, PARAMETERS, STATUSES } from './call.ts';

/** The first step of the contract's path. */
const FIRST_STEP = contract.path.split('/').slice(0, 2).join('/');
/** The path of the operation up to each of its steps before the order code. */
const STEPS = contract.path.split('/{')[0]?.split('/').slice(1) ?? [];
const BEGINNINGS = STEPS.map((_, index) => `/${STEPS.slice(0, index + 1).join('/')}`);
/** A server of AX Cloud's by plain http. */
const OWN = String(contract.servers[0]?.url.replace('https:', 'http:'));

const make = (options: object) => () =>
  createChannelClient({ ...PARAMETERS, ...options } as unknown as ChannelClientOptions);

test.each<[string, object, RegExp]>([
  ['no key', { environment: 'test' }, /^apiKey is missing\. Give the key in ASCII, without "Token "/],
  ['an empty key', { apiKey: '', environment: 'test' }, /^apiKey is missing\. Give the key/],
  [
    'a key that is not text',
    { apiKey: 7, environment: 'test' },
    /^apiKey is not valid \(number\)\. Give the key/,
  ],
  [
    'a key with the word Token',
    { apiKey: 'Token abc', environment: 'test' },
    /without "Token ", spaces and line breaks/,
  ],
  ['a key with a line break', { apiKey: 'abc\n', environment: 'test' }, /line break/],
  ['neither server', { apiKey: 'k' }, /^environment is missing.*"test" or "production"/],
  [
    'both servers',
    { apiKey: 'k', environment: 'test', baseUrl: 'http://127.0.0.1:4010' },
    /environment is "test" \(string\)\. Give "test" or "production", or the baseUrl of another server, not both/,
  ],
  [
    'an unknown environment',
    { apiKey: 'k', environment: 'staging' },
    /environment is "staging" \(string\).*"test" or "production"/,
  ],
  ['an inherited name as environment', { apiKey: 'k', environment: 'toString' }, /environment is "toString"/],
  [
    'a base URL that is not a valid URL',
    { apiKey: 'k', baseUrl: 'test.ax-cloud.com' },
    /baseUrl is not valid \(string\)\. Give a URL with https/,
  ],
  [
    'plain http beyond this machine',
    { apiKey: 'k', baseUrl: 'http://test.ax-cloud.com' },
    /Give a URL with https, or with http to this machine/,
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
    'plain http to another host, with this machine’s name as the user',
    { apiKey: 'k', baseUrl: 'http://localhost:80@ax.example.com' },
    /this machine/,
  ],
  ['another scheme', { apiKey: 'k', baseUrl: 'file:///etc' }, /Give a URL with https/],
  ['retries below zero', { apiKey: 'k', environment: 'test', retries: -1 }, /retries is -1 \(number\)/],
  [
    'a time limit of zero',
    { apiKey: 'k', environment: 'test', timeoutMs: 0 },
    /timeoutMs is 0 \(number\)\. Give a whole number from 1/,
  ],
  [
    'a time limit longer than a timer',
    { apiKey: 'k', environment: 'test', timeoutMs: 2 ** 31 },
    /2147483647/,
  ],
  [
    'a fetch that is not a function',
    { apiKey: 'k', environment: 'test', fetch: {} },
    /fetch is \(object\)\. Give a function, or leave it out/,
  ],
  [
    'a hook that is not a function',
    { apiKey: 'k', environment: 'test', onExchange: 'x' },
    /onExchange is "x" \(string\)\. Give a function, or leave it out/,
  ],
  [
    'a time limit that is text',
    { apiKey: 'k', environment: 'test', timeoutMs: '100' },
    /timeoutMs is "100" \(string\)/,
  ],
  [
    'a time limit that is a list',
    { apiKey: 'k', environment: 'test', timeoutMs: [1] },
    /timeoutMs is \(object\)/,
  ],
  [
    'another name of the time limit',
    { apiKey: 'k', environment: 'test', timeout: 1 },
    /"timeout" is not an option\. Give one of apiKey, .*timeoutMs/,
  ],
  [
    'another name of the retries',
    { apiKey: 'k', environment: 'test', maxRetries: 1 },
    /Give one of .*retries/,
  ],
  ['another spelling', { apiKey: 'k', baseURL: 'https://ax.example.com' }, /Give one of .*baseUrl/],
  [
    'an unknown option',
    { apiKey: 'k', environment: 'test', agent: {} },
    /"agent" is not an option\. Give one of apiKey, /,
  ],
  ...[`/gateway${FIRST_STEP}`, ...BEGINNINGS].map((path): [string, object, RegExp] => [
    `the path ${path} in the base URL`,
    { apiKey: 'k', baseUrl: `https://ax.example.com${path}/` },
    new RegExp(`without .* and the path from "${FIRST_STEP}" on`),
  ]),
  [
    'plain http to AX Cloud’s own server, whatever is allowed',
    { apiKey: 'k', baseUrl: OWN, allowInsecureHttp: true },
    /Give a URL with https/,
  ],
  [
    'plain http to its name with a dot at the end',
    { apiKey: 'k', baseUrl: `${OWN}.`, allowInsecureHttp: true },
    /Give a URL with https/,
  ],
  [
    'plain http that is allowed by a text',
    { apiKey: 'k', baseUrl: 'http://mock:4010', allowInsecureHttp: 'true' },
    /set allowInsecureHttp: true/,
  ],
  [
    'plain http to the name of a container',
    { apiKey: 'k', baseUrl: 'http://mock:4010' },
    /set allowInsecureHttp/,
  ],
  [
    'a user where plain http is allowed',
    { apiKey: 'k', baseUrl: 'http://u@mock:4010', allowInsecureHttp: true },
    /without user/,
  ],
])('%s is refused at once, with what to write', (_, options, message) => {
  expect(make(options)).toThrow(TypeError);
  expect(make(options)).toThrow(message);
});

test.each([[undefined], [null], ['key'], [7]])(
  '%s in place of the options is refused in words',
  (options) => {
    const construct = () => createChannelClient(options as never);
    expect(construct).toThrow(TypeError);
    expect(construct).toThrow(/Give the key in ASCII|is not an option/);
  },
);

test('an option that may be left out may be null', () => {
  const nulls = { timeoutMs: null, retries: null, fetch: null, onExchange: null, allowInsecureHttp: null };
  expect(make({ apiKey: 'k', environment: 'test', baseUrl: null, ...nulls })).not.toThrow();
  expect(make({ apiKey: 'k', environment: null, baseUrl: 'https://ax.example.com', ...nulls })).not.toThrow();
});

test.each(['http://mock:4010', 'http://host.docker.internal', 'http://10.0.0.7:80/under/a/path'])(
  'the server %s is taken where plain http is allowed',
  (baseUrl) => {
    expect(make({ apiKey: 'k', baseUrl, allowInsecureHttp: true })).not.toThrow();
  },
);

test('a refused key is not printed', () => {
  expect(make({ apiKey: 'secret key', environment: 'test' })).not.toThrow(/secret/);
});

test.each([
  'http://localhost:4010',
  'http://api.localhost',
  'http://127.1.2.3',
  'http://[::1]:4010/',
  'https://ax.example.com/under/a/path',
  // Not a step of the operation's path, only the beginning of one.
  `https://ax.example.com${FIRST_STEP.slice(0, -1)}`,
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
  ...TEXT_FIELDS.flatMap(({ name }): [unknown, unknown, string | RegExp][] => [
    [
      CODE,
      { ...INPUT, [name]: '\udc00' },
      new RegExp(`${name} is not valid \\(string\\)\\. Give .*without lone surrogates`),
    ],
    [CODE, { ...INPUT, [name]: 1 }, new RegExp(`${name} is not valid \\(number\\)\\. Give a string`)],
  ]),
  [CODE, { ...INPUT, status: 'New' }, `"${STATUSES.join('" or "')}"`],
  [CODE, { ...INPUT, status: STATUSES[0]?.toLowerCase() }, /spelt exactly/],
  [CODE, undefined, /^status is missing\. Give "/],
  ['', INPUT, /^axOrderCode is missing\. Give the /],
  [CODE, { ...INPUT, status: Symbol('x') }, /status is Symbol\(x\) \(symbol\)/],
  [1n, INPUT, /axOrderCode is 1 \(bigint\)/],
  [7, INPUT, /axOrderCode is 7 \(number\).*a string/],
  [CODE, { ...INPUT, timeoutMs: '5000' }, /timeoutMs is "5000" \(string\)/],
  [CODE, { ...INPUT, retries: -1 }, /retries is -1/],
  [
    CODE,
    { ...INPUT, timeout: 1 },
    /"timeout" is not a part of a cancellation\. Give one of status, .*timeoutMs/,
  ],
  [
    CODE,
    { ...INPUT, signal: new AbortController() },
    /signal is \(object\)\. Give an AbortSignal, or leave it out/,
  ],
  [
    CODE,
    { ...INPUT, signal: { aborted: true } },
    /signal is \(object\)\. Give an AbortSignal, or leave it out/,
  ],
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

test('null, as a database has it, counts as left out', async () => {
  const fetch = createMockFetch();
  const nulls = Object.fromEntries(
    // A contract may take null for a value.
    OPTIONAL_FIELDS.filter(({ schema }) => ![schema.type].flat().includes('null')).map(({ name }) => [
      name,
      null,
    ]),
  );
  const input = { ...INPUT, ...nulls, signal: null, timeoutMs: null, retries: null };
  expect(await createClient({ fetch }).cancelTourOrder(CODE, input)).toMatchObject({ ok: true });
  for (const name of Object.keys(nulls)) expect(fetch.sent[0]?.body).not.toHaveProperty(name);
});

test('a call may have a time limit and retries of its own', async () => {
  const fetch = createMockFetch();
  const noResponse = '00000000-0000-4000-8000-000000000000';
  const channel = createClient({ fetch, timeoutMs: 60_000 });
  const late = await channel.cancelTourOrder(noResponse, { ...INPUT, timeoutMs: 20 });
  expect(late).toMatchObject({
    error: { kind: 'timeout', message: expect.stringContaining('within 20 ms') },
  });
  let sends = 0;
  const refusing = createClient({
    fetch: async () => {
      sends += 1;
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    },
  });
  await refusing.cancelTourOrder(CODE, { ...INPUT, retries: 0 });
  expect(sends).toBe(1);
});

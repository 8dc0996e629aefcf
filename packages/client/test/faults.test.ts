import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/index.ts';
import { CODE, contract, createClient, INPUT, type Options, OTHER_CODE, STATUS } from './call.ts';
import {
  FORBIDDEN,
  INVALID,
  isDocumented,
  kindOf,
  NOT_FOUND,
  ORDER,
  REFUSALS,
  RIGHT,
  responseWith,
  SUCCESS,
} from './documented.ts';
import { http, serveRaw } from './raw-server.ts';

const KEY = 'secret-key-0123456789';
const { lists } = invalidRequestForm(contract);
const detail = JSON.stringify({ detail: '이유' });

async function cancelAt(url: string, options: Options = {}) {
  const exchanges: Exchange[] = [];
  const onExchange = (exchange: Exchange) => void exchanges.push(exchange);
  const channel = createClient({ apiKey: KEY, onExchange, timeoutMs: 20_000, ...options, baseUrl: url });
  const started = performance.now();
  const result = await channel.cancelTourOrder(CODE, INPUT);
  // Far more than a busy machine takes, and far less than a hang.
  expect(performance.now() - started).toBeLessThan((options.timeoutMs ?? 20_000) + 5_000);
  expect(inspect([channel, result, exchanges], { depth: 20, showHidden: true })).not.toContain(KEY);
  expect(JSON.stringify([result, exchanges])).not.toContain(KEY);
  return { result, exchanges };
}

type Fault = [
  name: string,
  respond: (socket: Socket, count: number) => void,
  kind: string,
  outcome: string,
  sends: number,
];

/** An object as Python prints it. */
const printed = (body: object) => JSON.stringify(body).replaceAll('"', "'");
const say = (bytes: Buffer) => (socket: Socket) => void socket.write(bytes);
const sayAndEnd = (bytes: Buffer | string) => (socket: Socket) => void socket.end(bytes);

/** The order a level deeper than the contract has it. */
const wrapped = responseWith({ status_code: 200, data: ORDER });
const refunding = RIGHT.replaceAll(STATUS, 'Refunding');
const [undocumentedSuccess = 0] = [201, 202].filter((status) => !isDocumented(status));

const FAULTS: Fault[] = [
  ['resets after the request', (socket) => socket.resetAndDestroy(), 'network', 'unknown', 1],
  ['closes without a response', (socket) => socket.end(), 'network', 'unknown', 1],
  ['sends HTML with 502', say(http(502, '<h1>Bad Gateway</h1>')), 'undocumented_status', 'unknown', 1],
  [
    'sends HTML with the status of a success',
    say(http(SUCCESS, '<h1>Welcome</h1>')),
    'malformed_response',
    'unknown',
    1,
  ],
  ['sends truncated JSON', say(http(SUCCESS, RIGHT.slice(0, -9))), 'malformed_response', 'unknown', 1],
  [
    'cuts the body',
    sayAndEnd(http(SUCCESS, RIGHT.slice(9), { 'content-length': '999' })),
    'network',
    'unknown',
    1,
  ],
  [
    'sends the whole order, but not all that it announced',
    sayAndEnd(http(SUCCESS, RIGHT, { 'content-length': '999' })),
    'network',
    'unknown',
    1,
  ],
  ['sends a success without a body', say(http(SUCCESS)), 'malformed_response', 'unknown', 1],
  ['responds with 204', say(http(204, '', { date: 'now' })), 'undocumented_status', 'unknown', 1],
  ['sends 500 without a body', say(http(500)), 'undocumented_status', 'unknown', 1],
  ['never responds', () => {}, 'timeout', 'unknown', 1],
  [
    'stalls in the body',
    say(http(SUCCESS, RIGHT.slice(9), { 'content-length': '999' })),
    'timeout',
    'unknown',
    1,
  ],
  ['responds with 50 MB', say(http(SUCCESS, Buffer.alloc(50_000_000, 'x'))), 'too_large', 'unknown', 1],
  [
    'responds with a gzip bomb',
    say(http(SUCCESS, gzipSync(Buffer.alloc(9_000_000)), { 'content-encoding': 'gzip' })),
    'too_large',
    'unknown',
    1,
  ],
  ...REFUSALS.map(
    ({ status, body, kind }): Fault => [
      `responds with ${status}`,
      say(http(status, JSON.stringify(body))),
      kind,
      status < 500 ? 'rejected' : 'unknown',
      1,
    ],
  ),
  // As the page prints its errors (2.4).
  ...REFUSALS.map(
    ({ status, body, kind }): Fault => [
      `refuses with ${status} in single quotes`,
      say(http(status, printed(body))),
      kind,
      status < 500 ? 'rejected' : 'unknown',
      1,
    ],
  ),
  [
    'refuses in single quotes, with an apostrophe in the text',
    say(http(FORBIDDEN.status, `{'detail': "can't"}`)),
    'malformed_response',
    'unknown',
    1,
  ],
  [
    'refuses in single quotes with another field',
    say(http(FORBIDDEN.status, "{'reason': 'no'}")),
    'malformed_response',
    'unknown',
    1,
  ],
  [
    'cancels in single quotes',
    say(http(SUCCESS, printed(JSON.parse(RIGHT)))),
    'malformed_response',
    'unknown',
    1,
  ],
  ['wraps the order', say(http(SUCCESS, wrapped)), kindOf(wrapped), 'unknown', 1],
  [
    'responds with another order',
    say(http(SUCCESS, RIGHT.replace(CODE, OTHER_CODE))),
    'not_applied',
    'unknown',
    1,
  ],
  ['responds with an unknown status', say(http(SUCCESS, refunding)), kindOf(refunding), 'unknown', 1],
  [
    'responds with a number for a code',
    say(http(SUCCESS, RIGHT.replace(`"${CODE}"`, '1'))),
    'malformed_response',
    'unknown',
    1,
  ],
  ['responds with 429 and names no time', say(http(429, detail)), 'undocumented_status', 'rejected', 1],
  ['responds with 503 and names no time', say(http(503, detail)), 'undocumented_status', 'unknown', 1],
  [
    'responds with 429 and asks to come back at once',
    say(http(429, detail, { 'retry-after': '0' })),
    'undocumented_status',
    'rejected',
    3,
  ],
  [
    'responds with 503 and asks to come back at once',
    say(http(503, detail, { 'retry-after': '0' })),
    'undocumented_status',
    'unknown',
    3,
  ],
  [
    'asks to come back later than the time limit',
    say(http(429, detail, { 'retry-after': '3600' })),
    'undocumented_status',
    'rejected',
    1,
  ],
  [
    'asks to come back on a day long past',
    say(http(429, detail, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' })),
    'undocumented_status',
    'rejected',
    3,
  ],
  ...[
    'soon',
    'soon GMT',
    'May GMT',
    '-5',
    '1.5',
    '1, 2',
    '0x1',
    '9'.repeat(400),
    '2015-10-21',
    'Sun Nov  6 08:49:37 1994',
  ].map(
    (time): Fault => [
      `asks to come back at ${time.slice(0, 12)}`,
      say(http(429, detail, { 'retry-after': time })),
      'undocumented_status',
      'rejected',
      1,
    ],
  ),
  ['redirects without saying where', say(http(301)), 'redirected', 'unknown', 1],
  ['responds with 304', say(http(304, '', { date: 'now' })), 'redirected', 'unknown', 1],
  [
    'responds with bytes that are not UTF-8',
    say(http(SUCCESS, Buffer.from(RIGHT.replace(CODE.slice(0, 4), '\u00e9'), 'latin1'))),
    'malformed_response',
    'unknown',
    1,
  ],
  ['does not speak HTTP', sayAndEnd('220 mail.example.com ESMTP\r\n'), 'network', 'unknown', 1],
  [
    'breaks the chunks',
    sayAndEnd(http(200, 'zz\r\nno', { 'transfer-encoding': 'chunked' })),
    'network',
    'unknown',
    1,
  ],
  ['responds with a list', say(http(SUCCESS, `[${RIGHT}]`)), 'malformed_response', 'unknown', 1],
  ...lists.map(
    (name): Fault => [
      `refuses with messages of ${name} that are not a list`,
      say(http(INVALID.status, JSON.stringify({ [name]: 'no' }))),
      'malformed_response',
      'unknown',
      1,
    ],
  ),
  [
    'refuses with the key',
    say(http(FORBIDDEN.status, JSON.stringify({ detail: `no ${KEY}` }), { 'x-key': KEY })),
    'forbidden',
    'rejected',
    1,
  ],
  [
    'sends the order with another 2xx',
    say(http(undocumentedSuccess, RIGHT)),
    'undocumented_status',
    'unknown',
    1,
  ],
  [
    'turns the second attempt away after the first may have arrived',
    (socket, count) =>
      void socket.write(
        count === 1 ? http(503, detail, { 'retry-after': '0' }) : http(NOT_FOUND.status, detail),
      ),
    'not_found',
    'unknown',
    2,
  ],
];

test('a server that refuses the connection gets nothing, and the client tries three times', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const { result, exchanges } = await cancelAt(`http://127.0.0.1:${port}`);
  expect(result).toMatchObject({ error: { kind: 'network', outcome: 'not_sent', code: 'ECONNREFUSED' } });
  expect(result).toHaveProperty('error.message', expect.stringContaining('Nothing was sent'));
  expect(exchanges.map(({ kind, status }) => [kind, status])).toEqual(Array(3).fill(['network', undefined]));
});

describe('a server that', () => {
  test.each(FAULTS)('%s', async (_, respond, kind, outcome, sends) => {
    const server = await serveRaw(respond);
    // Short only where the test waits for the time limit, so that on a busy machine no other fault runs into it.
    const timeoutMs = kind === 'timeout' ? 300 : 20_000;
    const { result, exchanges } = await cancelAt(server.url, { timeoutMs });
    expect(result).toMatchObject({ ok: false, error: { kind, outcome } });
    expect(server.received).toHaveLength(sends);
    if (!result.ok && outcome === 'unknown')
      expect(result.error.message).toMatch(/check (it|the order) with AX Cloud/);
    expect(exchanges.map(({ attempt }) => attempt)).toEqual(
      Array.from({ length: sends }, (_, index) => index + 1),
    );
  });

  test.each([429, 503])('responds with %i once and then cancels ends in a success', async (status) => {
    const server = await serveRaw((socket, count) => {
      socket.write(count === 1 ? http(status, detail, { 'retry-after': '0' }) : http(SUCCESS, RIGHT));
    });
    expect((await cancelAt(server.url)).result).toMatchObject({ ok: true, order: ORDER });
    expect(server.received).toHaveLength(2);
  });

  test('responds byte by byte, with a byte order mark, is understood', async () => {
    const server = await serveRaw((socket) => {
      socket.setNoDelay(true);
      for (const byte of http(SUCCESS, `\ufeff${RIGHT}`)) socket.write(Buffer.of(byte));
    });
    expect((await cancelAt(server.url)).result).toMatchObject({ ok: true, order: ORDER });
  });

  test('asks to come back gets one request if retries are off', async () => {
    const server = await serveRaw(say(http(429, detail, { 'retry-after': '0' })));
    await cancelAt(server.url, { retries: 0 });
    expect(server.received).toHaveLength(1);
  });

  test('redirects to another one does not make the client send it the key or the order', async () => {
    const elsewhere = await serveRaw(say(http(SUCCESS, RIGHT)));
    const server = await serveRaw(say(http(307, '', { location: `${elsewhere.url}/` })));
    const { result } = await cancelAt(server.url);
    expect(result).toMatchObject({ error: { kind: 'redirected', location: `${elsewhere.url}/` } });
    expect(elsewhere.received).toEqual([]);
  });
});

test('a failure carries what a caller acts on', async () => {
  const server = await serveRaw(say(http(429, 'x'.repeat(5000), { 'retry-after': '7', 'x-request': 'r' })));
  const { result } = await cancelAt(server.url, { timeoutMs: 5000 });
  expect(result).toMatchObject({ error: { status: 429, retryAfterMs: 7000, headers: { 'x-request': 'r' } } });
  expect(result).toHaveProperty('error.text', 'x'.repeat(2048));
});

test('a fetch that ignores its signal cannot hold a call up', async () => {
  const { result } = await cancelAt('http://127.0.0.1:1', {
    timeoutMs: 50,
    fetch: () => new Promise(() => {}),
  });
  expect(result).toMatchObject({ error: { kind: 'timeout', outcome: 'unknown' } });
});

/** A body that never ends, and knows whether its reader cancelled it. */
function endlessBody() {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  return { body, wasCancelled: () => cancelled };
}

test('a body that ignores its signal cannot hold a call up, and is cancelled', async () => {
  const { body, wasCancelled } = endlessBody();
  const { result } = await cancelAt('http://127.0.0.1:1', {
    timeoutMs: 50,
    fetch: async () => new Response(body),
  });
  expect(result).toMatchObject({ error: { kind: 'timeout', outcome: 'unknown' } });
  expect(wasCancelled()).toBe(true);
});

test('a response that comes after the time limit is cancelled', async () => {
  const { body, wasCancelled } = endlessBody();
  const fetch = () => new Promise<Response>((resolve) => setTimeout(resolve, 100, new Response(body)));
  const { result } = await cancelAt('http://127.0.0.1:1', { timeoutMs: 20, fetch });
  expect(result).toMatchObject({ error: { kind: 'timeout', outcome: 'unknown' } });
  await expect.poll(wasCancelled).toBe(true);
});

test('a request that is given up closes its connection', async () => {
  let closed = false;
  const server = await serveRaw((socket) => {
    socket.on('close', () => {
      closed = true;
    });
  });
  const { result } = await cancelAt(server.url, { timeoutMs: 200 });
  expect(result).toMatchObject({ error: { kind: 'timeout', outcome: 'unknown' } });
  await expect.poll(() => closed).toBe(true);
});

test('a signal that fires while the client waits ends the wait, and says what is known', async () => {
  const controller = new AbortController();
  const server = await serveRaw(say(http(429, detail, { 'retry-after': '30' })));
  const channel = createClient({
    apiKey: KEY,
    baseUrl: server.url,
    timeoutMs: 60_000,
    // The attempt has ended, and the wait begins before any timer can fire.
    onExchange: () => setTimeout(() => controller.abort(), 20),
  });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const result = await channel.cancelTourOrder(CODE, { ...INPUT, signal: controller.signal });
  expect(result).toMatchObject({ error: { kind: 'aborted', outcome: 'rejected' } });
  // No timer is left to keep the process alive.
  await expect.poll(timers).toBeLessThanOrEqual(before);
});

test('a key function that never returns cannot hold a call up', async () => {
  const { result } = await cancelAt('http://127.0.0.1:1', {
    timeoutMs: 50,
    apiKey: () => new Promise(() => {}),
  });
  expect(result).toMatchObject({ error: { kind: 'timeout', outcome: 'not_sent' } });
});

test.each([
  [
    'throws',
    () => {
      throw new Error('log full');
    },
  ],
  ['rejects with', () => Promise.reject(new Error('log full'))],
])('what onExchange %s changes nothing', async (_, onExchange) => {
  const server = await serveRaw(say(http(SUCCESS, RIGHT)));
  expect((await cancelAt(server.url, { onExchange })).result.ok).toBe(true);
});

import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { CODE, createClient, INPUT, type Options, pathOf } from './call.ts';
import { FORBIDDEN, NOT_FOUND, SUCCESS } from './documented.ts';
import { respondingWith, serve } from './loopback.ts';
import { sendRaw } from './raw-call.ts';

const KEY = 'secret-key-0123456789';

async function cancelAt(baseUrl: string, options: Options = {}, signal?: AbortSignal) {
  const channel = createClient({ apiKey: KEY, ...options, baseUrl });
  const result = await channel.cancelTourOrder(CODE, { ...INPUT, signal });
  if (result.ok) throw new Error('The cancel must fail in these tests.');
  return result.error;
}

test('a connection that breaks after the request leaves the order unknown, and nothing is sent again', async () => {
  let requests = 0;
  const url = await serve((request) => {
    requests += 1;
    request.socket.destroy();
  });
  expect(await cancelAt(url)).toMatchObject({ kind: 'network', outcome: 'unknown' });
  expect(requests).toBe(1);
});

test('a response that breaks off leaves the order unknown', async () => {
  const url = await serve((_, response) => {
    response.writeHead(SUCCESS, { 'content-length': '100' }).write('{');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await cancelAt(url)).toMatchObject({ kind: 'network', outcome: 'unknown' });
});

test('no response within the time limit leaves the order unknown', async () => {
  const url = await serve(() => {});
  expect(await cancelAt(url, { timeoutMs: 50 })).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
});

test('the time limit covers the body', async () => {
  const url = await serve((_, response) => {
    response.writeHead(SUCCESS, { 'content-type': 'application/json' }).write('{');
  });
  expect(await cancelAt(url, { timeoutMs: 50 })).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
});

test('a signal that fired before the call sends nothing', async () => {
  let requests = 0;
  const url = await serve((_, response) => {
    requests += 1;
    response.end();
  });
  expect(await cancelAt(url, {}, AbortSignal.abort())).toMatchObject({
    kind: 'aborted',
    outcome: 'not_sent',
  });
  expect(requests).toBe(0);
});

test('a signal that fires during the call leaves the order unknown', async () => {
  const controller = new AbortController();
  const url = await serve(() => controller.abort());
  expect(await cancelAt(url, {}, controller.signal)).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
});

test('raw has the time limit, too, for the key as well, and the signal of its call', async () => {
  const url = await serve(() => {});
  const late = { name: 'TimeoutError' };
  await expect(sendRaw(createClient({ baseUrl: url, timeoutMs: 50 }))).rejects.toMatchObject(late);
  const keyless = createClient({ apiKey: () => new Promise(() => {}), timeoutMs: 50 });
  await expect(sendRaw(keyless)).rejects.toMatchObject(late);
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(sendRaw(createClient({ baseUrl: url }), {}, {}, signal)).rejects.toThrow('given up');
});

test('a fetch that is installed later is used', async () => {
  const channel = createClient({ apiKey: KEY });
  const original = globalThis.fetch;
  const seen: string[] = [];
  globalThis.fetch = async (input) => {
    seen.push(String(input));
    return new Response('{"detail":"찾을 수 없습니다."}', { status: NOT_FOUND.status });
  };
  try {
    await channel.cancelTourOrder(CODE, INPUT);
  } finally {
    globalThis.fetch = original;
  }
  expect(seen).toEqual([`https://test.ax-cloud.com${pathOf(CODE)}`]);
});

test('the key is in no failure and in no inspection of the client', async () => {
  const failures = [
    await cancelAt(await respondingWith(FORBIDDEN.status, '{"detail":"refused"}')),
    await cancelAt(await respondingWith(500, 'oops')),
    await cancelAt('http://127.0.0.1:1'),
    await cancelAt(await serve(() => {}), { timeoutMs: 30 }),
    createClient({ apiKey: KEY }),
  ];
  for (const failure of failures) {
    const seen = inspect(failure, { depth: 10, showHidden: true }) + JSON.stringify(failure);
    expect(seen).not.toContain(KEY);
  }
});

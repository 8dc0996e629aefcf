import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createChannelClient, type Fetch } from '../src/index.ts';

const KEY = 'secret-key-0123456789';
const ORDER = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const right = JSON.stringify({
  channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
  channel_order_status: 'Traveler cancel',
  ax_order_code: ORDER,
  ax_order_status: 'Traveler cancel',
});

async function cancelWith(fetch: unknown, signal?: AbortSignal) {
  const channel = createChannelClient({ apiKey: KEY, environment: 'test', fetch: fetch as Fetch });
  const result = await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel', signal });
  expect(inspect(result, { depth: 20 })).not.toContain(KEY);
  return result;
}

/** An answer of which a runtime says something that no constructor can. */
function responseWith(properties: object, body = right): Response {
  const response = new Response(body);
  for (const [name, value] of Object.entries(properties)) Object.defineProperty(response, name, { value });
  return response;
}

const circular = Object.assign(new Error(`no ${KEY}`), { cause: undefined as unknown });
circular.cause = circular;

describe('a fetch of the caller’s that', () => {
  test.each<[string, () => unknown]>([
    [
      'throws at once',
      () => {
        throw new Error(`no ${KEY}`);
      },
    ],
    ['rejects with nothing', () => Promise.reject()],
    ['rejects with a text', () => Promise.reject(`no ${KEY}`)],
    ['rejects with an error that is its own cause', () => Promise.reject(circular)],
    ['rejects with a code that is no text', () => Promise.reject({ code: 7 })],
    ['rejects with the key as a code', () => Promise.reject({ code: KEY })],
    [
      'answers, and fails within the body like a connection that was refused',
      async () => {
        const refused = { cause: { code: 'ECONNREFUSED' } };
        return new Response(new ReadableStream({ pull: (controller) => controller.error(refused) }));
      },
    ],
    ['gives nothing', () => undefined],
    ['gives an object that is no answer', async () => ({})],
    ['gives a text', async () => right],
    [
      'gives a body that was read',
      async () => {
        const response = new Response(right);
        await response.text();
        return response;
      },
    ],
    [
      'gives a body that fails after the whole order',
      async () => {
        const body = new ReadableStream(
          {
            start: (controller) => controller.enqueue(new TextEncoder().encode(right)),
            pull: (controller) => controller.error(new Error(`no ${KEY}`)),
          },
          { highWaterMark: 0 },
        );
        return new Response(body);
      },
    ],
  ])('%s leaves the order unknown', async (_, fetch) => {
    expect(await cancelWith(fetch)).toMatchObject({ error: { kind: 'network', outcome: 'unknown' } });
  });

  test('gives a body in texts instead of bytes proves nothing', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(right);
        controller.close();
      },
    });
    const fetch = async () => new Response(body);
    expect(await cancelWith(fetch)).toMatchObject({
      error: { kind: 'malformed_response', outcome: 'unknown' },
    });
  });

  test('gives an order of a hundred thousand lists in each other ends in a value', async () => {
    const deep = `{"further":${'['.repeat(100_000)}${']'.repeat(100_000)},${right.slice(1)}`;
    const fetch = async () => new Response(deep.replace(ORDER, 'another'));
    expect(await cancelWith(fetch)).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
  });

  test('followed a redirect by itself proves nothing, whatever the answer', async () => {
    const fetch = async () => responseWith({ redirected: true });
    expect(await cancelWith(fetch)).toMatchObject({ error: { kind: 'redirected', outcome: 'unknown' } });
  });

  test('hides a redirect, as a browser does, is redirected to where nobody knows', async () => {
    const fetch = async () => responseWith({ type: 'opaqueredirect', status: 0, body: null });
    const result = await cancelWith(fetch);
    expect(result).toMatchObject({ error: { kind: 'redirected', outcome: 'unknown', location: undefined } });
    expect(result).toHaveProperty('error.message', expect.stringContaining('an unknown address'));
  });
});

test('the last of two equal names in an answer counts, as JSON.parse has it', async () => {
  const twice = right.replace('{', '{"ax_order_status":"New",');
  expect(await cancelWith(async () => new Response(twice))).toMatchObject({ ok: true });
  const other = right.replace(/\}$/, ',"ax_order_status":"New"}');
  expect(await cancelWith(async () => new Response(other))).toMatchObject({ error: { kind: 'not_applied' } });
});

test('a signal that fires while the key is awaited ends the call before anything is sent', async () => {
  const controller = new AbortController();
  let sends = 0;
  const channel = createChannelClient({
    apiKey: () => {
      controller.abort();
      return new Promise(() => {});
    },
    environment: 'test',
    fetch: async () => {
      sends += 1;
      return new Response(right);
    },
  });
  const { signal } = controller;
  const result = await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel', signal });
  expect(result).toMatchObject({ error: { kind: 'aborted', outcome: 'not_sent' } });
  expect(result).toHaveProperty('error.message', expect.stringContaining(`/tour/${ORDER} was stopped`));
  expect(sends).toBe(0);
});

test('a call lets go of the caller’s signal and of its timer', async () => {
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: never) => {
    listeners.add(listener);
    add(type, listener);
  };
  signal.removeEventListener = (type: string, listener: never) => {
    listeners.delete(listener);
    remove(type, listener);
  };
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  expect(await cancelWith(async () => new Response(right), signal)).toMatchObject({ ok: true });
  expect(listeners).toEqual(new Set());
  expect(timers()).toBeLessThanOrEqual(before);
});

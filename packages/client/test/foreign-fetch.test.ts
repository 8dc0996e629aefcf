import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Fetch } from '../src/index.ts';
import { CODE, createClient, INPUT, OTHER_CODE, pathOf } from './call.ts';
import { CODE_ECHO, ORDER, RIGHT, responseWith, SUCCESS } from './documented.ts';

const KEY = 'secret-key-0123456789';

/** A success with this body. */
const respond = (body: BodyInit | null = RIGHT) => new Response(body, { status: SUCCESS });

async function cancelWith(fetch: unknown, signal?: AbortSignal) {
  const channel = createClient({ apiKey: KEY, fetch: fetch as Fetch });
  const result = await channel.cancelTourOrder(CODE, { ...INPUT, signal });
  expect(inspect(result, { depth: 20 })).not.toContain(KEY);
  return result;
}

/** A response with properties that a runtime can set, and no constructor. */
function responseThat(properties: object): Response {
  const response = respond();
  for (const [name, value] of Object.entries(properties)) Object.defineProperty(response, name, { value });
  return response;
}

const circular = Object.assign(new Error(`no ${KEY}`), { cause: undefined as unknown });
circular.cause = circular;

describe('a custom fetch that', () => {
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
    ['rejects with a code that is not a string', () => Promise.reject({ code: 7 })],
    ['rejects with the key as a code', () => Promise.reject({ code: KEY })],
    [
      'responds, and fails within the body like a connection that was refused',
      async () => {
        const refused = { cause: { code: 'ECONNREFUSED' } };
        return respond(new ReadableStream({ pull: (controller) => controller.error(refused) }));
      },
    ],
    ['returns nothing', () => undefined],
    ['returns an object that is not a response', async () => ({})],
    ['returns a text', async () => RIGHT],
    [
      'returns a body that was read',
      async () => {
        const response = respond();
        await response.text();
        return response;
      },
    ],
    [
      'returns a body that fails after the whole order',
      async () => {
        const body = new ReadableStream(
          {
            start: (controller) => controller.enqueue(new TextEncoder().encode(RIGHT)),
            pull: (controller) => controller.error(new Error(`no ${KEY}`)),
          },
          { highWaterMark: 0 },
        );
        return respond(body);
      },
    ],
  ])('%s leaves the order unknown', async (_, fetch) => {
    expect(await cancelWith(fetch)).toMatchObject({ error: { kind: 'network', outcome: 'unknown' } });
  });

  test('returns a body of texts instead of bytes proves nothing', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(RIGHT);
        controller.close();
      },
    });
    const fetch = async () => respond(body);
    expect(await cancelWith(fetch)).toMatchObject({
      error: { kind: 'malformed_response', outcome: 'unknown' },
    });
  });

  test('returns an order with a hundred thousand nested lists ends in a malformed response', async () => {
    const lists = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const deep = responseWith({ ...ORDER, further: 'lists' }).replace('"lists"', lists);
    const fetch = async () => respond(deep.replace(CODE, OTHER_CODE));
    expect(await cancelWith(fetch)).toMatchObject({
      error: { kind: 'malformed_response', outcome: 'unknown' },
    });
  });

  test('followed a redirect by itself proves nothing, whatever the response', async () => {
    const fetch = async () => responseThat({ redirected: true });
    expect(await cancelWith(fetch)).toMatchObject({ error: { kind: 'redirected', outcome: 'unknown' } });
  });

  test('hides a redirect, as a browser does, ends in a redirect to an unknown address', async () => {
    const fetch = async () => responseThat({ type: 'opaqueredirect', status: 0, body: null });
    const result = await cancelWith(fetch);
    expect(result).toMatchObject({ error: { kind: 'redirected', outcome: 'unknown', location: undefined } });
    expect(result).toHaveProperty('error.message', expect.stringContaining('an unknown address'));
  });
});

test('of two fields with the same name the last one counts, as in JSON.parse', async () => {
  const right = `"${CODE_ECHO}":"${CODE}"`;
  const wrong = `"${CODE_ECHO}":"${OTHER_CODE}"`;
  const twice = RIGHT.replace(right, `${wrong},${right}`);
  expect(await cancelWith(async () => respond(twice))).toMatchObject({ ok: true });
  const other = RIGHT.replace(right, `${right},${wrong}`);
  expect(await cancelWith(async () => respond(other))).toMatchObject({ error: { kind: 'not_applied' } });
});

test('a signal that fires while the key is awaited ends the call before anything is sent', async () => {
  const controller = new AbortController();
  let sends = 0;
  const channel = createClient({
    apiKey: () => {
      controller.abort();
      return new Promise(() => {});
    },
    fetch: async () => {
      sends += 1;
      return respond();
    },
  });
  const { signal } = controller;
  const result = await channel.cancelTourOrder(CODE, { ...INPUT, signal });
  expect(result).toMatchObject({ error: { kind: 'aborted', outcome: 'not_sent' } });
  expect(result).toHaveProperty('error.message', expect.stringContaining(`${pathOf(CODE)} was stopped`));
  expect(sends).toBe(0);
});

test('a thousand calls listen to one signal once, and it ends all of them', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  // A listener that is added twice counts once.
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: never) => {
    listeners.add(listener);
    add(type, listener);
  };
  const calls = Array.from({ length: 1000 }, () => cancelWith(() => new Promise(() => {}), signal));
  expect(await cancelWith(async () => respond(), signal)).toMatchObject({ ok: true });
  controller.abort();
  for (const result of await Promise.all(calls)) expect(result).toMatchObject({ error: { kind: 'aborted' } });
  expect(listeners.size).toBe(1);
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
  expect(await cancelWith(async () => respond(), signal)).toMatchObject({ ok: true });
  expect(listeners).toEqual(new Set());
  expect(timers()).toBeLessThanOrEqual(before);
});

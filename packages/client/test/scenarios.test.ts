import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMockFetch } from '../src/testing.ts';
import { contract, createClient, HEADERS, INPUT, type Options, pathOf } from './call.ts';
import { INVALID } from './documented.ts';

const LATE = '00000000-0000-4000-8000-000000002000';
const NO_RESPONSE = '00000000-0000-4000-8000-000000000000';
const THROTTLED = '00000000-0000-4000-8000-000000000429';
const ELSEWHERE = '00000000-0000-4000-8000-000000000307';

const scenarios = await loadScenarios();
const { method } = contract;
const headers = { authorization: 'Token key', 'content-type': 'application/json', ...HEADERS };
const urlOf = (code: string) => `https://ax.example.com${pathOf(code)}`;

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());
afterEach(() => {
  vi.useRealTimers();
});

/** What a channel's back end learns from a call. */
async function conclude(server: Pick<Options, 'baseUrl' | 'fetch'>, code: string, change: Options = {}) {
  const channel = createClient({
    baseUrl: 'https://ax.example.com',
    timeoutMs: 400,
    retries: 0,
    ...server,
    ...change,
  });
  const result = await channel.cancelTourOrder(code, INPUT);
  if (result.ok) return 'cancelled';
  const { kind, outcome } = result.error;
  const answered = 'status' in result.error ? result.error : undefined;
  return { kind, outcome, status: answered?.status, retryAfterMs: answered?.retryAfterMs };
}

describe('the mock fetch and the mock server give the client the same result in the scenario', () => {
  test.each(scenarios)('$name', async ({ code }) => {
    const [here, there] = await Promise.all([
      conclude({ fetch: createMockFetch() }, code),
      conclude({ baseUrl: mock.url }, code),
    ]);
    expect(here).toEqual(there);
    expect(here).not.toBe('cancelled');
  });
});

test.each(scenarios.filter(({ outcome }) => outcome !== 'cancelled'))(
  'the client reports the outcome that the scenario $name names',
  async ({ code, outcome }) => {
    expect(await conclude({ fetch: createMockFetch() }, code)).toMatchObject({ outcome });
  },
);

test.each(scenarios.filter(({ outcome }) => outcome === 'cancelled'))(
  'the scenario $name cancels the order if the client waits for the response',
  async ({ code }) => {
    vi.useFakeTimers();
    const late = conclude({ fetch: createMockFetch() }, code, { timeoutMs: 6000 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(await late).toBe('cancelled');
  },
);

test('a call that is given up leaves no timer of the late response behind', async () => {
  vi.useFakeTimers();
  const late = conclude({ fetch: createMockFetch() }, LATE);
  await vi.advanceTimersByTimeAsync(400);
  expect(await late).toMatchObject({ kind: 'timeout' });
  expect(vi.getTimerCount()).toBe(0);
});

test('a throttled call is sent again as often as the client may', async () => {
  vi.useFakeTimers();
  const fetch = createMockFetch();
  const throttled = conclude({ fetch }, THROTTLED, { timeoutMs: 10_000, retries: 2 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await throttled).toMatchObject({ status: 429, outcome: 'rejected' });
  expect(fetch.sent).toHaveLength(3);
});

test('an invalid body gets the documented response even in a scenario that spoils a success', async () => {
  for (const { code } of scenarios.filter(({ status }) => status === 200)) {
    const { status } = await createMockFetch()(urlOf(code), { method, headers, body: '[]' });
    expect([code, status]).toEqual([code, INVALID.status]);
  }
});

test('a call that follows a redirect visibly sends the body, without the key, to another origin', async () => {
  const fetch = createMockFetch();
  const url = urlOf(ELSEWHERE);
  const keyless = readRefusals(contract).missingKey.status;
  expect((await fetch(url, { method, headers, body: '{"a":1}' })).status).toBe(keyless);
  expect(fetch.sent.map((one) => [new URL(one.url).host, one.body, one.headers.authorization])).toEqual([
    ['ax.example.com', { a: 1 }, 'Token ***'],
    ['elsewhere.invalid', { a: 1 }, undefined],
  ]);
  const { redirected } = await fetch(url, { method, headers, body: '{}' });
  expect(redirected).toBe(true);
  const refused = fetch(url, { method, headers, body: '{}', redirect: 'error' });
  await expect(refused).rejects.toThrow(TypeError);
  expect(fetch.sent).toHaveLength(5);
});

test('a request that nothing refers to still obeys its signal when no response comes', async () => {
  const controller = new AbortController();
  const init = { method, headers, body: '{}', signal: controller.signal };
  const pending = createMockFetch()(urlOf(NO_RESPONSE), init);
  await collectGarbage();
  controller.abort(new Error('given up'));
  await expect(pending).rejects.toThrow('given up');
});

/** Collects twice, with a pause: a weak reference keeps its target until the current turn of the event loop ends. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  for (let times = 0; times < 2; times += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    runInNewContext('gc')();
  }
}

import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChannelClient } from '../src/index.ts';

const ORDER = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const { wrongKey, order: unknownOrders } = readRefusals(await loadContract());
const UNUSUAL = '주문 1,2?';
let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0, log: 'off' });
});
afterAll(() => mock.close());

test.each(['Traveler cancel', 'Unavoidable cancel'] as const)(
  '"%s" cancels the order and gives it back',
  async (status) => {
    const channel = createChannelClient({ apiKey: 'key', baseUrl: mock.url });
    const result = await channel.cancelTourOrder(ORDER, {
      status,
      comment: '여행자의 개인 사정으로 인한 취소',
    });
    expect(result).toMatchObject({
      ok: true,
      order: { ax_order_code: ORDER, ax_order_status: status, channel_order_status: status },
    });
  },
);

test('a comment is optional', async () => {
  const channel = createChannelClient({ apiKey: 'key', baseUrl: mock.url });
  expect(await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' })).toMatchObject({ ok: true });
});

test('an order code with reserved characters arrives as it is', async () => {
  const knowing = await startMock({ port: 0, orderCodes: [UNUSUAL] });
  const channel = createChannelClient({ apiKey: 'key', baseUrl: knowing.url });
  const result = await channel.cancelTourOrder(UNUSUAL, { status: 'Traveler cancel' });
  await knowing.close();
  expect(result).toMatchObject({ ok: true, order: { ax_order_code: UNUSUAL } });
});

test('a key that is not valid is forbidden and rejected', async () => {
  const [header = ''] = Object.values(wrongKey[0].provokedBy);
  const apiKey = header.replace('Token ', '');
  const channel = createChannelClient({ apiKey, baseUrl: mock.url });
  const result = await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'forbidden', outcome: 'rejected', status: 403 } });
});

test('an order that is not known is not found and rejected', async () => {
  const channel = createChannelClient({ apiKey: 'key', baseUrl: mock.url });
  const [unknown = ''] = Object.values(unknownOrders[0].provokedBy);
  const result = await channel.cancelTourOrder(unknown, { status: 'Traveler cancel' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'not_found', outcome: 'rejected', status: 404 } });
});

test('a function gives the key of each call', async () => {
  const keys = ['key', 'invalid'];
  const channel = createChannelClient({ apiKey: () => keys.shift() ?? '', baseUrl: mock.url });
  expect((await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' })).ok).toBe(true);
  expect((await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' })).ok).toBe(false);
});

test('raw sends what the contract allows, with the key', async () => {
  const channel = createChannelClient({ apiKey: 'key', baseUrl: mock.url });
  const { data, response } = await channel.raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
    params: { path: { ax_order_code: ORDER } },
    body: { ax_status: 'Traveler cancel', channel_status: 'Unavoidable cancel' },
  });
  expect(response.status).toBe(200);
  expect(data?.channel_order_status).toBe('Unavoidable cancel');
});

test('raw takes the current key for each call, and another one where the call has its own', async () => {
  const keys = ['invalid', 'key', 'key'];
  const channel = createChannelClient({ apiKey: () => keys.shift() ?? '', baseUrl: mock.url });
  async function send(headers = {}) {
    const { response } = await channel.raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
      params: { path: { ax_order_code: ORDER } },
      body: { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' },
      headers,
    });
    return response.status;
  }
  expect([await send(), await send(), await send({ Authorization: 'Token invalid' })]).toEqual([
    403, 200, 403,
  ]);
});

import { expect, test } from 'vitest';
import { createChannelClient } from '../src/index.ts';
import { answering, serve } from './loopback.ts';

const ORDER = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const echo = {
  channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
  channel_order_status: 'Traveler cancel',
  ax_order_code: ORDER,
  ax_order_status: 'Traveler cancel',
};

async function cancelAt(baseUrl: string) {
  const channel = createChannelClient({ apiKey: 'key', baseUrl });
  const result = await channel.cancelTourOrder(ORDER, { status: 'Traveler cancel' });
  return result.ok ? result : result.error;
}

test('an answer with further fields is a success', async () => {
  const order = { ...echo, cancelled_at: '2026-01-01' };
  expect(await cancelAt(await answering(200, JSON.stringify(order)))).toEqual({ ok: true, order });
});

test.each([
  ['the order of another code', { ...echo, ax_order_code: 'another' }],
  ['another status at AX Cloud', { ...echo, ax_order_status: 'New' }],
  ['another status at the channel', { ...echo, channel_order_status: 'New' }],
])('a 200 with %s was not applied, and the order is unknown', async (_, received) => {
  const error = await cancelAt(await answering(200, JSON.stringify(received)));
  expect(error).toMatchObject({
    kind: 'not_applied',
    outcome: 'unknown',
    requested: {
      ax_order_code: ORDER,
      ax_order_status: 'Traveler cancel',
      channel_order_status: 'Traveler cancel',
    },
    received,
  });
});

test.each([
  ['in an envelope', JSON.stringify({ status_code: 200, data: echo })],
  ['without one of the four fields', JSON.stringify({ ...echo, channel_order_code: undefined })],
  ['that is null', 'null'],
  ['that is HTML', '<!doctype html>'],
  ['that is cut', JSON.stringify(echo).slice(0, -5)],
  ['that is empty', ''],
])('a 200 with a body %s is malformed, and the order is unknown', async (_, body) => {
  expect(await cancelAt(await answering(200, body))).toMatchObject({
    kind: 'malformed_response',
    outcome: 'unknown',
  });
});

test('a 400 with messages for fields gives them', async () => {
  const fields = { ax_status: ['이 필드는 필수 항목입니다.'] };
  expect(await cancelAt(await answering(400, JSON.stringify(fields)))).toMatchObject({
    kind: 'invalid_request',
    outcome: 'rejected',
    fields,
  });
});

test('a 400 with one text gives it', async () => {
  const detail = 'JSON parse error - Expecting value';
  expect(await cancelAt(await answering(400, JSON.stringify({ detail })))).toMatchObject({
    kind: 'invalid_request',
    outcome: 'rejected',
    detail,
  });
});

test.each([400, 403, 404])('a %i that is not the contract’s JSON proves nothing', async (status) => {
  const error = await cancelAt(await answering(status, '<h1>Proxy</h1>', { 'content-type': 'text/html' }));
  expect(error).toMatchObject({ kind: 'malformed_response', outcome: 'unknown', status });
});

test.each([
  [401, 'rejected'],
  [405, 'rejected'],
  [415, 'rejected'],
  [429, 'rejected'],
  [201, 'unknown'],
  [204, 'unknown'],
  [402, 'unknown'],
  [406, 'unknown'],
  [408, 'unknown'],
  [409, 'unknown'],
  [410, 'unknown'],
  [413, 'unknown'],
  [422, 'unknown'],
  [425, 'unknown'],
  [428, 'unknown'],
  [500, 'unknown'],
  [502, 'unknown'],
])('a %i is undocumented, and the order is %s', async (status, outcome) => {
  const body = status === 204 ? '' : '{"detail":"text"}';
  expect(await cancelAt(await answering(status, body))).toMatchObject({
    kind: 'undocumented_status',
    outcome,
    status,
  });
});

test('a redirect is not followed', async () => {
  let requests = 0;
  const elsewhere = await serve((_, response) => {
    requests += 1;
    response.end(JSON.stringify(echo));
  });
  const error = await cancelAt(await answering(307, '', { location: `${elsewhere}/elsewhere` }));
  expect(error).toMatchObject({ kind: 'redirected', outcome: 'unknown', location: `${elsewhere}/elsewhere` });
  expect(requests).toBe(0);
});

import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { readOtherCodes } from '@ax-cloud/contract/order-code-form';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChannelClient } from '../src/index.ts';
import { createMockFetch } from '../src/testing.ts';

const contract = await loadContract();
const { path, orderCode, request, responses } = contract;
const [otherCode = ''] = readOtherCodes(contract).keys();
const order = String(orderCode.example);
const right = request.examples.travelerCancel?.value as object;
const provoking = responses.flatMap(({ examples }) =>
  Object.values(examples).flatMap(({ provokedBy }) => provokedBy['$request.path.ax_order_code'] ?? []),
);

interface Sent {
  method?: string;
  code?: string;
  authorization?: string | null;
  type?: string;
  body?: unknown;
  text?: string | Uint8Array<ArrayBuffer>;
}

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('The mock fetch responds as the mock server does, status and body,', () => {
  test.each<[string, Sent]>([
    ['to a scheme in small letters', { authorization: 'token key', body: right }],
    ['to the key that is refused in small letters', { authorization: 'token invalid', body: right }],
    ['to two spaces before the key', { authorization: 'Token  key', body: right }],
    ['to another method', { method: 'POST', body: right }],
    ['to another method without a key', { method: 'POST', authorization: null, body: right }],
    ['to a form', { type: 'application/x-www-form-urlencoded', text: 'ax_status=New' }],
    ['to JSON of another type', { type: 'application/merge-patch+json', body: right }],
    ['to JSON with a byte order mark', { text: `\ufeff${JSON.stringify(right)}` }],
    ['to bytes that are not UTF-8', { text: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['to a right request', { body: right }],
    ['to the other kind of cancel', { body: request.examples.unavoidableCancel?.value }],
    ['to a code of another form', { code: '주문 1,2?', body: right }],
    ...provoking.map((code): [string, { code: string; body: unknown }] => [
      `to the order ${code}`,
      { code, body: right },
    ]),
    ['without a key', { authorization: null, body: right }],
    ['to a key of another scheme', { authorization: 'Bearer key', body: right }],
    ['to "Token" alone', { authorization: 'Token', body: right }],
    ['to the key that is refused', { authorization: 'Token invalid', body: right }],
    ['to an empty object', { body: {} }],
    ['to no body', { text: '' }],
    ['to a missing field', { body: { ax_status: 'Traveler cancel' } }],
    ['to a comment that is a list', { body: { ...right, comment: ['text'] } }],
    ['to a body that is not JSON', { text: '{' }],
    ['to a body that is a list', { body: [] }],
    ['to a body that is null', { body: null }],
    ['to a comment that is null', { body: { ...right, comment: null } }],
    ['to a status that is a list', { body: { ...right, ax_status: ['Traveler cancel'] } }],
    ['to the placeholder of a key', { authorization: 'Token {api_key}', body: right }],
    ['to a placeholder that was not filled in', { authorization: 'Token \x24{API_KEY}', body: right }],
    ['to the other code of the example order', { code: otherCode, body: right }],
    ['to that code in capitals', { code: otherCode.toUpperCase(), body: right }],
    ['to a key that is the word undefined', { authorization: 'Token undefined', body: right }],
  ])('%s', async (_, sent) => {
    const { code = order, authorization = 'Token key', type = 'application/json', body, text } = sent;
    const url = path.replace('{ax_order_code}', encodeURIComponent(code));
    const init = {
      method: sent.method ?? 'PATCH',
      headers: { 'content-type': type, ...(authorization === null ? {} : { authorization }) },
      body: text ?? JSON.stringify(body),
    };
    const [here, there] = await Promise.all([
      createMockFetch()(mock.url + url, init),
      fetch(mock.url + url, init),
    ]);
    expect([here.status, await here.json()]).toEqual([there.status, await there.json()]);
  });
});

test('a client with the mock fetch needs no server, and the test sees what was sent', async () => {
  const fetch = createMockFetch();
  const channel = createChannelClient({ apiKey: 'secret-key', environment: 'production', fetch });
  const result = await channel.cancelTourOrder(order, { status: 'Traveler cancel', comment: '사정' });
  expect(result).toMatchObject({ ok: true, order: { ax_order_code: order } });
  expect(fetch.sent).toEqual([
    {
      method: 'PATCH',
      url: `https://prod.ax-cloud.com/v1/channel/orders/tour/${order}`,
      headers: { authorization: 'Token ***', 'content-type': 'application/json' },
      body: { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel', comment: '사정' },
    },
  ]);
});

test('a key that stands there without a scheme is masked as well', async () => {
  const fetch = createMockFetch();
  await fetch('https://test.ax-cloud.com/', { headers: { authorization: 'secret-key' } });
  expect(fetch.sent[0]?.headers.authorization).toBe('***');
});

test('raw works with the mock fetch', async () => {
  const { raw } = createChannelClient({ apiKey: 'key', environment: 'test', fetch: createMockFetch() });
  const { data } = await raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
    params: { path: { ax_order_code: order } },
    body: { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' },
  });
  expect(data?.ax_order_code).toBe(order);
});

test('another operation is told what there is', async () => {
  const response = await createMockFetch()('https://test.ax-cloud.com/v1/elsewhere');
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('PATCH /v1/')]);
});

test.each(['a%2Fb', '%2E', '%00', '%E0%A4%A'])('the code %s is not part of a path', async (code) => {
  const init = { method: 'PATCH', headers: { authorization: 'Token key' }, body: '{}' };
  const url = `https://test.ax-cloud.com${path.replace('{ax_order_code}', code)}`;
  expect((await createMockFetch()(url, init)).status).toBe(404);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contract, order, send } from './exchange.ts';
import { useMock } from './mock.ts';
import * as pinned from './pinned.ts';

const mock = useMock();
const { SUCCESS, withStatus, orderIn, repeats } = order;
/** Another order, with a capital letter, which is unusual in codes. */
const OTHER = order.ORDER.replace(/^./, 'A');
const formless = useMock({ contract: () => pinned.editedContract(pinned.ORDER, 'order-1') });

it.each(Object.entries(contract.request.examples))(
  'The request example %s, sent to the example order, gets the response example of that name',
  async (name, { value }) => {
    const { status, json } = await send(mock.url, { body: value });
    expect([status, json]).toEqual([SUCCESS, order.example(SUCCESS, name)]);
  },
);

it('The success is built from the example for the first status of the request', async () => {
  const unavoidable = /"[^"]*"(,\s*"channel_order_status": "Unavoidable cancel")/g;
  const edited = await startMock({
    port: 0,
    contract: () => pinned.editedContract(unavoidable, '"of the unavoidable"$1'),
  });
  onTestFinished(() => edited.close());
  const body = { ax_status: 'Unavoidable cancel', channel_status: 'New' };
  const { json } = await pinned.send(edited.url, { body });
  expect(json).toHaveProperty('channel_order_code', 'of the unavoidable');
});

it('A success repeats the order code and every status of the request, even if they differ', async () => {
  const body = order.mixed();
  const { json } = await send(mock.url, { orderCode: OTHER, body });
  const repeated = repeats(OTHER, body);
  expect(Object.values(repeated)).toContain(OTHER);
  expect(orderIn(json)).toMatchObject(repeated);
});

it.each(order.statuses)('The status %s is repeated, even if no example of a request has it', async (one) => {
  const body = withStatus(one);
  const { json } = await send(mock.url, { body });
  const repeated = repeats(undefined, body);
  expect(Object.values(repeated)).toContain(one);
  expect(orderIn(json)).toMatchObject(repeated);
});

describe('Without a form for order codes, any text is an order code and is repeated unchanged', () => {
  it.each(['no-uuid', '가 나', 'a?b#c', 'a,b', '{x}', '%', '%41', 'true', '😀'])('%s', async (orderCode) => {
    const { status, json } = await pinned.send(formless.url, { orderCode });
    expect(status).toBe(200);
    expect(json).toHaveProperty('ax_order_code', orderCode);
  });
});

it.each([
  undefined,
  '*/*',
  'application/json',
  'application/*;q=0.5',
  'application/json; charset=utf-8',
  'application/xml, application/json;q=0.1',
])('JSON is acceptable with "Accept: %s"', async (accept) => {
  expect((await send(mock.url, { headers: { accept } })).status).toBe(SUCCESS);
});

it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])(
  'The body is read with "Content-Type: %s"',
  async (contentType) => {
    expect((await send(mock.url, { headers: { 'content-type': contentType } })).status).toBe(SUCCESS);
  },
);

it('A field that the contract does not name is ignored', async () => {
  const body = { ...order.VALID, a_field_of_another_system: 1 };
  expect((await send(mock.url, { body })).status).toBe(SUCCESS);
});

it('A body without a length, sent in chunks, is read', async () => {
  const headers = { 'content-length': undefined, 'transfer-encoding': 'chunked' };
  expect((await send(mock.url, { headers })).status).toBe(SUCCESS);
});

it('Korean text is not escaped', async () => {
  const { text } = await pinned.send(formless.url, { orderCode: '주문' });
  expect(text).toContain('"ax_order_code":"주문"');
});

it('One request does not change the media types of the next', async () => {
  expect((await send(mock.url, { headers: { accept: 'application/json;q=0' } })).status).toBe(406);
  expect((await send(mock.url, { headers: { accept: 'application/json' } })).status).toBe(SUCCESS);
});

import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODE, contract, createClient, INPUT, OPTIONAL_FIELDS, STATUSES, WHOLE_INPUT } from './call.ts';
import { CODE_ECHO, FORBIDDEN, NOT_FOUND, ORDER, STATUS_ECHOES, SUCCESS } from './documented.ts';
import { sendRaw } from './raw-call.ts';

const { wrongKey, order: unknownOrders } = readRefusals(contract);
const UNUSUAL = '주문 1,2?';
/** A field of the body that takes the status, and the field of the order that repeats it. */
const [LAST_ECHO = '', expression = ''] =
  Object.entries(contract.success.echoes).findLast(([field]) => STATUS_ECHOES.includes(field)) ?? [];
const LAST_STATUS = expression.split('/').at(-1) ?? '';
let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0, log: 'off' });
});
afterAll(() => mock.close());

test.each(STATUSES)('"%s" cancels the order and returns it', async (status) => {
  const channel = createClient({ baseUrl: mock.url });
  const result = await channel.cancelTourOrder(CODE, { ...WHOLE_INPUT, status });
  const statuses = Object.fromEntries(STATUS_ECHOES.map((field) => [field, status]));
  expect(result).toMatchObject({ ok: true, order: { ...ORDER, ...statuses } });
});

test.each(OPTIONAL_FIELDS)('$name is optional', async ({ name }) => {
  const channel = createClient({ baseUrl: mock.url });
  const input = { ...WHOLE_INPUT, [name]: undefined };
  expect(await channel.cancelTourOrder(CODE, input)).toMatchObject({ ok: true });
});

test('an order code with reserved characters arrives as it is', async () => {
  const knowing = await startMock({ port: 0, orderCodes: [UNUSUAL] });
  const channel = createClient({ baseUrl: knowing.url });
  const result = await channel.cancelTourOrder(UNUSUAL, INPUT);
  await knowing.close();
  expect(result).toMatchObject({ ok: true, order: { [CODE_ECHO]: UNUSUAL } });
});

test('a key that is not valid is forbidden and rejected', async () => {
  const [header = ''] = Object.values(wrongKey[0].provokedBy);
  const apiKey = header.replace('Token ', '');
  const channel = createClient({ apiKey, baseUrl: mock.url });
  const result = await channel.cancelTourOrder(CODE, INPUT);
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'forbidden', outcome: 'rejected', status: FORBIDDEN.status },
  });
});

test('an unknown order is not found and rejected', async () => {
  const channel = createClient({ baseUrl: mock.url });
  const [unknown = ''] = Object.values(unknownOrders[0].provokedBy);
  const result = await channel.cancelTourOrder(unknown, INPUT);
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'not_found', outcome: 'rejected', status: NOT_FOUND.status },
  });
});

test('a function gives the key of each call', async () => {
  const keys = ['key', 'invalid'];
  const channel = createClient({ apiKey: () => keys.shift() ?? '', baseUrl: mock.url });
  expect((await channel.cancelTourOrder(CODE, INPUT)).ok).toBe(true);
  expect((await channel.cancelTourOrder(CODE, INPUT)).ok).toBe(false);
});

test('raw sends what the contract allows, with the key', async () => {
  const channel = createClient({ baseUrl: mock.url });
  // What only raw sends: statuses that differ, where there are two.
  const status = STATUSES.at(-1);
  const { order, response } = await sendRaw(channel, { [LAST_STATUS]: status });
  expect(response.status).toBe(SUCCESS);
  expect(order).toMatchObject({ [LAST_ECHO]: status });
});

test('raw takes the current key for each call, and another one where the call has its own', async () => {
  const keys = ['invalid', 'key', 'key'];
  const channel = createClient({ apiKey: () => keys.shift() ?? '', baseUrl: mock.url });
  async function send(headers = {}) {
    return (await sendRaw(channel, {}, headers)).response.status;
  }
  expect([await send(), await send(), await send({ Authorization: 'Token invalid' })]).toEqual([
    FORBIDDEN.status,
    SUCCESS,
    FORBIDDEN.status,
  ]);
});

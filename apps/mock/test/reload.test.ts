import { expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contract, editedContract, send, UNKNOWN_ORDER } from './pinned.ts';

const GONE = '00000000-0000-4000-8000-00000000dead';

/** Starts a mock whose next contract a test can set. */
async function startEditable() {
  let next = async () => contract;
  const mock = await startMock({ port: 0, contract: () => next() });
  onTestFinished(() => mock.close());
  return {
    ...mock,
    edit(text: string | RegExp, replacement: string) {
      next = () => editedContract(text, replacement);
      return mock.reload();
    },
  };
}

it('After a reload, the mock follows the new contract on the same port', async () => {
  const mock = await startEditable();
  await mock.edit(UNKNOWN_ORDER, GONE);
  expect((await send(mock.url, { orderCode: GONE })).status).toBe(404);
  expect((await send(mock.url, { orderCode: UNKNOWN_ORDER })).status).toBe(200);
});

it('After a reload, the mock validates with the new contract', async () => {
  const mock = await startEditable();
  const body = { ax_status: 'Withdrawn', channel_status: 'Withdrawn' };
  expect((await send(mock.url, { body })).status).toBe(400);
  await mock.edit('"Unavoidable cancel"', '"Withdrawn"');
  const { status, json } = await send(mock.url, { body });
  expect(status).toBe(200);
  expect(json).toMatchObject({ ax_order_status: 'Withdrawn', channel_order_status: 'Withdrawn' });
});

it('A request during a reload gets its response', async () => {
  const mock = await startEditable();
  const responses = Promise.all(Array.from({ length: 20 }, () => send(mock.url)));
  await mock.edit(UNKNOWN_ORDER, GONE);
  expect((await responses).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
});

it('An unusable contract is refused, and the mock keeps the previous one', async () => {
  const mock = await startEditable();
  await expect(mock.edit('"x-violation":', '"x-something":')).rejects.toThrow('x-violation: syntax');
  expect((await send(mock.url, { orderCode: UNKNOWN_ORDER })).status).toBe(404);
});

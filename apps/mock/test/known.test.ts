import { describe, expect, it } from 'vitest';
import { ORDER, order, send } from './exchange.ts';
import { useMock } from './mock.ts';
import { refused } from './order.ts';

const mock = useMock({ apiKey: 'the-key', orderCodes: [ORDER] });

describe('a mock with one key and a list of orders', () => {
  it('cancels such an order with that key', async () => {
    const { status } = await send(mock.url, {
      headers: { authorization: 'Token the-key' },
      orderCode: ORDER,
    });
    expect(status).toBe(order.SUCCESS);
  });

  it.each(['the-ke', 'the-key2', 'THE-KEY', 'any-key'])(
    'refuses the key %s as the contract documents it',
    async (key) => {
      const { status, json } = await send(mock.url, { headers: { authorization: `Token ${key}` } });
      expect([status, json]).toEqual(refused(order.refusals.wrongKey[0]));
    },
  );

  it('refuses any other order code as the contract documents it', async () => {
    const { status, json } = await send(mock.url, {
      headers: { authorization: 'Token the-key' },
      orderCode: ORDER.slice(0, -1),
    });
    expect([status, json]).toEqual(refused(order.refusals.order[0]));
  });
});

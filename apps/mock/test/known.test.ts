import { describe, expect, it } from 'vitest';
import { example, send } from './exchange.ts';
import { useMock } from './mock.ts';

const ORDER = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const mock = useMock({ apiKey: 'the-key', orderCodes: [ORDER] });

describe('a mock that is told which key and which orders there are', () => {
  it('cancels such an order with that key', async () => {
    const { status } = await send(mock.url, {
      headers: { authorization: 'Token the-key' },
      orderCode: ORDER,
    });
    expect(status).toBe(200);
  });

  it.each(['the-ke', 'the-key2', 'THE-KEY', 'any-key'])(
    'refuses the key %s with the documented 403',
    async (key) => {
      const { status, json } = await send(mock.url, { headers: { authorization: `Token ${key}` } });
      expect(status).toBe(403);
      expect(json).toEqual(example(403, 'noPermission'));
    },
  );

  it('refuses any other order code with the documented 404', async () => {
    const { status, json } = await send(mock.url, {
      headers: { authorization: 'Token the-key' },
      orderCode: ORDER.slice(0, -1),
    });
    expect(status).toBe(404);
    expect(json).toEqual(example(404, 'unknownOrder'));
  });
});

import { describe, expect, it } from 'vitest';
import { contract, order, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();

const orderCodes = contract.responses.flatMap(({ status, examples }) =>
  Object.entries(examples).flatMap(([name, { provokedBy }]) => {
    const code = provokedBy[`$request.path.${contract.orderCode.name}`];
    return code === undefined ? [] : [{ code, status, name }];
  }),
);

describe('An order code that the contract names gets its example', () => {
  it.each(orderCodes)('$code → $status $name', async ({ code, status, name }) => {
    const received = await send(mock.url, { orderCode: code });
    expect(received.status).toBe(status);
    expect(received.json).toEqual(order.example(status, name));
  });

  it('even if the body is invalid', async () => {
    for (const { code, status } of orderCodes)
      expect((await send(mock.url, { orderCode: code, body: '{' })).status).toBe(status);
  });
});

import { describe, expect, it } from 'vitest';
import { order, send } from './exchange.ts';
import { useMock } from './mock.ts';
import { refused } from './order.ts';

const mock = useMock();
const { missingKey, wrongKey } = order.refusals;

describe('a request whose key is missing or malformed', () => {
  it.each([
    ['has no Authorization', undefined],
    ['has an empty Authorization', ''],
    ['has another scheme', 'Bearer any-key'],
    ['has only the scheme', 'Token'],
    ['has only the key', 'any-key'],
    ['has a space in the key', 'Token any key'],
  ])('gets the documented refusal when it %s', async (_, authorization) => {
    const { status, json } = await send(mock.url, { headers: { authorization } });
    expect([status, json]).toEqual(refused(missingKey));
  });
});

it.each(['Token invalid', 'token invalid', 'Token  invalid'])(
  'The key that the contract names gets the documented refusal as "%s"',
  async (authorization) => {
    const { status, json } = await send(mock.url, { headers: { authorization } });
    expect([status, json]).toEqual(refused(wrongKey[0]));
  },
);

it.each(['Token any-key', 'token any-key', 'TOKEN   any-key'])(
  'Any other key is good, with the scheme in any case: "%s"',
  async (authorization) => {
    expect((await send(mock.url, { headers: { authorization } })).status).toBe(order.SUCCESS);
  },
);

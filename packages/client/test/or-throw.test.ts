import { expect, test } from 'vitest';
import { ChannelCancelError, orThrow } from '../src/index.ts';
import { createMockFetch } from '../src/testing.ts';
import { CODE, createClient, INPUT } from './call.ts';
import { CODE_ECHO, FORBIDDEN } from './documented.ts';

test('orThrow gives the order of a success', async () => {
  const channel = createClient({ fetch: createMockFetch() });
  expect(orThrow(await channel.cancelTourOrder(CODE, INPUT))).toMatchObject({ [CODE_ECHO]: CODE });
});

test('orThrow throws a failure as an error, with all that is known', async () => {
  const channel = createClient({ apiKey: 'invalid', fetch: createMockFetch() });
  const result = await channel.cancelTourOrder(CODE, INPUT);
  const { error } = result;
  expect(() => orThrow(result)).toThrow(ChannelCancelError);
  const thrown = new ChannelCancelError(error ?? expect.fail('The key is refused.'));
  expect(thrown).toMatchObject({
    name: 'ChannelCancelError',
    message: error?.message,
    kind: 'forbidden',
    outcome: 'rejected',
    failure: { status: FORBIDDEN.status },
  });
  expect(String(thrown.stack)).toContain('ChannelCancelError');
});

test('the error of a failed connection has its cause', async () => {
  const fetch = () => Promise.reject(new ReferenceError('agent is not defined'));
  const { error } = await createClient({ fetch }).cancelTourOrder(CODE, INPUT);
  const thrown = new ChannelCancelError(error ?? expect.fail('The fetch fails.'));
  expect(thrown.cause).toEqual({ name: 'ReferenceError', message: 'agent is not defined' });
});

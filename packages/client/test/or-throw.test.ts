import { expect, test, vi } from 'vitest';
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

test('orThrow says what is missing if the call is not awaited', async () => {
  const call = createClient({ fetch: createMockFetch() }).cancelTourOrder(CODE, INPUT);
  expect(() => orThrow(call as never)).toThrow(
    new TypeError('orThrow got no result. Await the call: orThrow(await …).'),
  );
  await call;
});

test('an error of another copy of the package is a ChannelCancelError, and no other error is', async () => {
  const { error } = await createClient({ apiKey: 'invalid', fetch: createMockFetch() }).cancelTourOrder(
    CODE,
    INPUT,
  );
  const failure = error ?? expect.fail('The key is refused.');
  vi.resetModules();
  const other = await import('../src/or-throw.ts');
  expect(other.ChannelCancelError).not.toBe(ChannelCancelError);
  const thrown = new other.ChannelCancelError(failure);
  expect(thrown).toBeInstanceOf(ChannelCancelError);
  for (const value of [new Error('no'), { failure }, null, undefined, 'ChannelCancelError'])
    expect(value instanceof ChannelCancelError).toBe(false);
  class Own extends ChannelCancelError {}
  expect(thrown instanceof Own).toBe(false);
  expect(new Own(failure) instanceof Own).toBe(true);
});

test('the error of a failed connection has its cause', async () => {
  const fetch = () => Promise.reject(new ReferenceError('agent is not defined'));
  const { error } = await createClient({ fetch }).cancelTourOrder(CODE, INPUT);
  const thrown = new ChannelCancelError(error ?? expect.fail('The fetch fails.'));
  expect(thrown.cause).toEqual({ name: 'ReferenceError', message: 'agent is not defined' });
});

import { describe, expect, test } from 'vitest';
import { CONFORMING, commentError, statusError } from '../faults/behaviour.ts';
import { tryServer } from '../faults/try.ts';
import { responseFaults } from '../faults/variants/all.ts';
import { contract, expectNamed, failures } from './trial.ts';

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  test.each(responseFaults)('a server that $does fails $fails', async (variant) => {
    await expectNamed(variant);
  });
});

test('all failures of a server with five faults show in one run', async () => {
  const trial = await tryServer(contract, {
    ...CONFORMING,
    authorize: (request, key) =>
      CONFORMING.authorize(request, key) || request.headers.authorization === `Bearer ${key}`,
    find: (code, orders) =>
      orders.get(code) ?? (code.endsWith('0') ? orders.get(code.slice(0, -1)) : undefined),
    methods: ({ method }) => method === 'PATCH' || method === 'PUT',
    validate: withDefault,
    success: (order, fields) =>
      fields.comment?.includes('😢') ? { status: 500, body: {} } : CONFORMING.success(order, fields),
  });
  expect(failures(trial).sort()).toEqual([
    'auth.other-scheme',
    // Both leave channel_status out.
    'body.channel_status.missing',
    'body.channel_status.name-case',
    'cancel.comment.emoji',
    'method.put',
    'order.extended',
  ]);
});

/** Takes a cancel without channel_status. */
function withDefault(body: unknown): ReturnType<typeof CONFORMING.validate> {
  const { ax_status, channel_status = 'New', comment } = (body ?? {}) as Record<string, unknown>;
  const isValid = ax_status !== undefined && statusError(ax_status) === undefined && !Array.isArray(body);
  return isValid && statusError(channel_status) === undefined && commentError(comment) === undefined
    ? CONFORMING.validate({ ...(body as object), channel_status })
    : CONFORMING.validate(body);
}

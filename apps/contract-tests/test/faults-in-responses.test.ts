import { describe, expect, test } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { tryServer } from '../faults/try.ts';
import { responseFaults } from '../faults/variants/all.ts';
import { CANCEL, contract, STATUS_FIELDS } from '../faults/words.ts';
import { testEach } from './test-each.ts';
import { expectNamed, failures } from './trial.ts';

const [AX = '', CHANNEL = ''] = STATUS_FIELDS;

describe.concurrent('A server with one fault fails in the case that names the fault, and in no unrelated case', () => {
  testEach(
    responseFaults,
    ({ does, fails }) => `a server that ${does} fails ${fails}`,
    async (variant) => void (await expectNamed(variant)),
  );
});

test('one run finds all five faults of a server', async () => {
  const trial = await tryServer(contract, {
    ...CONFORMING,
    authorize: (request, key) =>
      CONFORMING.authorize(request, key) || request.headers.authorization === `Bearer ${key}`,
    find: (code, orders) =>
      orders.get(code) ?? (code.endsWith('0') ? orders.get(code.slice(0, -1)) : undefined),
    methods: ({ method }) => method === contract.method || method === 'PUT',
    validate: withDefault,
    success: (order, fields) =>
      fields.comment?.includes('😢') ? { status: 500, body: {} } : CONFORMING.success(order, fields),
  });
  expect(failures(trial).sort()).toEqual([
    'auth.other-scheme',
    // Both omit the channel's status.
    `body.${CHANNEL}.missing`,
    `body.${CHANNEL}.name-case`,
    'cancel.comment.emoji',
    'method.put',
    'order.extended',
  ]);
});

/** Accepts a cancel without the channel's status. */
function withDefault(body: unknown): ReturnType<typeof CONFORMING.validate> {
  const isCancel = typeof body === 'object' && body !== null && AX in body;
  return CONFORMING.validate(isCancel ? { [CHANNEL]: CANCEL, ...body } : body);
}

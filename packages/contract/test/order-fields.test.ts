import { expect, test } from 'vitest';
import { demandedFields, orderFields, repeatsStatuses, showsUncancelled } from '../src/order-fields.ts';
import { editedContract, operationOf } from './document.ts';

const contract = editedContract();
const order = (status: string) => ({ ax_order_status: status, channel_order_status: status });

test('the parts of an order are known by what they repeat of the request', () => {
  expect(orderFields(contract)).toEqual({
    code: 'ax_order_code',
    statuses: [
      { order: 'ax_order_status', request: 'ax_status' },
      { order: 'channel_order_status', request: 'channel_status' },
    ],
    channelCode: 'channel_order_code',
  });
});

test('an order that repeats no code of the path has no field for it', () => {
  const edited = editedContract((document) => {
    delete operationOf(document).responses['200']['x-echoes'].ax_order_code;
  });
  expect(orderFields(edited).code).toBeUndefined();
});

test('a success repeats the statuses of the request only if all of its statuses do', () => {
  const request = { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' };
  expect(repeatsStatuses(contract, order('Traveler cancel'), request)).toBe(true);
  expect(repeatsStatuses(contract, { ...order('Traveler cancel'), ax_order_status: 'New' }, request)).toBe(
    false,
  );
});

test('an order is uncancelled where no status is a cancel', () => {
  expect(showsUncancelled(contract, order('New'))).toBe(true);
  expect(showsUncancelled(contract, { ...order('New'), ax_order_status: 'Traveler cancel' })).toBe(false);
  expect(showsUncancelled(contract, 'no order')).toBe(false);
});

test('the fields that a success must have are counted', () => {
  expect(demandedFields(contract)).toBe(4);
});

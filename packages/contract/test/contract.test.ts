import { describe, expect, it } from 'vitest';
import { loadContract, uncancelledStatus } from '../src/contract.ts';
import { orderFields } from '../src/order-fields.ts';
import { editedContract, operationOf } from './document.ts';

const header = {
  name: 'Channel',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  example: 'Code A',
};
const query = { name: 'dry_run', in: 'query', schema: { type: 'boolean' }, example: true };

describe('The contract that is read', () => {
  it('finds its parameters by place and name, in whatever order they stand', () => {
    const contract = editedContract((document) => {
      const operation = operationOf(document);
      operation.parameters = [query, header, ...operation.parameters];
    });
    expect(contract.orderCode).toMatchObject({ name: 'ax_order_code', in: 'path', required: true });
    expect(contract.headers).toMatchObject([{ name: 'Channel', required: true, example: 'Code A' }]);
    expect(contract.query).toMatchObject([{ name: 'dry_run', required: false, example: true }]);
  });

  it('takes for the success the response with echoes, whatever its status', () => {
    const contract = editedContract((document) => {
      const { responses } = operationOf(document);
      responses['201'] = responses['200'];
      delete responses['200'];
    });
    expect(contract.success.status).toBe(201);
    expect(contract.responses.map(({ status }) => status)).toEqual([201, 400, 403, 404]);
  });

  it.each<[string, Parameters<typeof editedContract>[0], RegExp]>([
    [
      'a second operation',
      (document) => void Object.assign(document.paths, { '/other': { get: {} } }),
      /has 2 operations/,
    ],
    ['no operation', (document) => void Object.assign(document, { paths: {} }), /has 0 operations/],
    [
      'a response for every other status',
      (document) =>
        void Object.assign(operationOf(document).responses, {
          default: operationOf(document).responses['404'],
        }),
      /documents the response "default"/,
    ],
  ])('refuses %s in words', (_, edit, message) => {
    expect(() => editedContract(edit)).toThrow(message);
  });

  it('says in words that nothing proves a cancel', () => {
    expect(() =>
      editedContract((document) => {
        delete operationOf(document).responses['200']['x-echoes'];
      }),
    ).toThrow('Exactly one response must have "x-order" and "x-echoes"');
  });

  it('reads the cancels from the fields that take the status', async () => {
    const { cancels, request } = await loadContract();
    expect(cancels).toEqual(['Traveler cancel', 'Unavoidable cancel']);
    expect(
      request.fields.map(({ name, required, cancels: own }) => [name, required, own !== undefined]),
    ).toEqual([
      ['ax_status', true, true],
      ['channel_status', true, true],
      ['comment', false, false],
    ]);
  });
});

describe('The statuses of an order', () => {
  it('that a success repeats are those of the request’s status fields, by their names in the order', async () => {
    expect(orderFields(await loadContract()).statuses.map(({ order }) => order)).toEqual([
      'ax_order_status',
      'channel_order_status',
    ]);
  });

  it('of one that is not cancelled is the first that is not a cancel, or empty', async () => {
    expect(uncancelledStatus(await loadContract())).toBe('New');
    const closed = editedContract((document) => {
      document.components.schemas.RequestedStatus.enum = ['Traveler cancel', 'Unavoidable cancel'];
    });
    expect(uncancelledStatus(closed)).toBe('');
  });
});

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

  it('takes the response with echoes for the success, whatever its status', () => {
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
      'a default response',
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

  it('reads the cancels from the fields that take the status', () => {
    const { cancels, request } = editedContract();
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

describe('The bundled contract', () => {
  it('is read, and says the same of the wire in both languages', async () => {
    const [english, korean] = await Promise.all([loadContract('en'), loadContract('ko')]);
    const wire = ({ method, path, cancels, success, request, responses }: typeof english) => ({
      names: [method, path, cancels, success.status, success.orderPointer, success.echoes],
      fields: request.fields.map(({ name, required }) => [name, required]),
      values: responses.map(({ examples }) => Object.values(examples).map(({ value }) => value)),
    });
    expect(wire(korean)).toEqual(wire(english));
    expect(korean.orderCode.description).not.toBe(english.orderCode.description);
  });

  it('names a cancel, a field that takes it and a field of the order that repeats it', async () => {
    const contract = await loadContract();
    expect(contract.cancels).not.toEqual([]);
    expect(contract.request.fields.filter(({ cancels }) => cancels !== undefined)).not.toEqual([]);
    expect(orderFields(contract).statuses.map(({ order }) => order)).not.toEqual([]);
  });
});

describe('The status of an order', () => {
  it('is found in a success by the fields that repeat the request’s status fields', () => {
    expect(orderFields(editedContract()).statuses.map(({ order }) => order)).toEqual([
      'ax_order_status',
      'channel_order_status',
    ]);
  });

  it('that is not cancelled is the first value that is not a cancel, or empty', () => {
    expect(uncancelledStatus(editedContract())).toBe('New');
    const closed = editedContract((document) => {
      document.components.schemas.RequestedStatus.enum = ['Traveler cancel', 'Unavoidable cancel'];
    });
    expect(uncancelledStatus(closed)).toBe('');
  });
});

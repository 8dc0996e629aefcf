import { describe, expect, it } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { echoRequest, orderIn, unmetEchoes } from '../src/echo.ts';
import { editedContract } from './document.ts';

const contract = editedContract();
const { success, orderCode } = contract;
const request = {
  path: { [orderCode.name]: String(orderCode.example) },
  headers: {},
  body: contract.request.examples.travelerCancel?.value,
};
const response = success.examples.travelerCancel?.value;
/** The same success in an envelope. */
const enveloped = { ...success, orderPointer: '/data/order' };

const bundled = await loadContract();

describe('The bundled contract', () => {
  it.each(Object.entries(bundled.success.examples))(
    'has an example %s of a success that repeats its request, and no other',
    (name, { value }) => {
      const code = String(bundled.orderCode.example);
      const sent = { ...request, body: bundled.request.examples[name]?.value };
      const path = { [bundled.orderCode.name]: code };
      expect(unmetEchoes(bundled.success, { ...sent, path }, value)).toEqual([]);
      const other = { [bundled.orderCode.name]: 'another-order' };
      expect(unmetEchoes(bundled.success, { ...sent, path: other }, value)).toMatchObject([
        { expected: 'another-order', received: code },
      ]);
    },
  );
});

describe("A contract's echo", () => {
  it('is what its own example of a success repeats', () => {
    expect(unmetEchoes(success, request, response)).toEqual([]);
  });

  it.each(Object.entries(success.echoes))('reports %s where its value differs', (field, wanted) => {
    const other = { ...(response as object), [field]: 'another' };
    expect(unmetEchoes(success, request, other)).toMatchObject([
      { field, request: wanted, received: 'another' },
    ]);
  });

  it('reports every field of a response that has no order in it', () => {
    expect(unmetEchoes(success, request, 'text')).toHaveLength(Object.keys(success.echoes).length);
    expect(unmetEchoes(enveloped, request, response)).toHaveLength(Object.keys(success.echoes).length);
  });

  it('is found at any depth', () => {
    const body = { status_code: 200, data: { order: response } };
    expect(orderIn(enveloped, body)).toBe(response);
    expect(unmetEchoes(enveloped, request, body)).toEqual([]);
  });

  it('is not required of a field that was not sent', () => {
    const [field = '', wanted = ''] =
      Object.entries(success.echoes).find(([, one]) => one.includes('body')) ?? [];
    const { [wanted.split('/').at(-1) ?? '']: _, ...body } = request.body as Record<string, unknown>;
    const other = { ...(response as object), [field]: 'another' };
    expect(unmetEchoes(success, { ...request, body }, other)).toEqual([]);
  });
});

describe('A response that is made to repeat a request', () => {
  it('takes its values, keeps the rest, and leaves the example as it was', () => {
    const before = structuredClone(response);
    const other = { ...request, path: { [orderCode.name]: 'another-order' } };
    const made = echoRequest(success, other, response);
    expect(unmetEchoes(success, other, made)).toEqual([]);
    expect(made).not.toEqual(response);
    expect(Object.keys(made as object)).toEqual(Object.keys(response as object));
    expect(response).toEqual(before);
  });

  it('is made inside of an envelope as well', () => {
    const made = echoRequest(enveloped, request, { data: { order: { kept: true } } });
    expect(orderIn(enveloped, made)).toMatchObject({ kept: true });
    expect(unmetEchoes(enveloped, request, made)).toEqual([]);
  });

  it('cannot be made where the example has no object for the order', () => {
    expect(() => echoRequest(enveloped, request, response)).toThrow('"x-order"');
  });
});

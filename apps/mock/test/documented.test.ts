import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { contract, type Deviation, order, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const ajv = new Ajv2020({ strict: false, allErrors: true });
const { SUCCESS, INVALID, refusals } = order;
const [unknownOrder] = refusals.order;
const missing = order.requiredFields.map(({ name }): [string, number, Deviation] => [
  `a body without ${name}`,
  INVALID,
  { body: order.without(name) },
]);
const mistyped = contract.request.fields.map(({ name }): [string, number, Deviation] => [
  `a wrong type of ${name}`,
  INVALID,
  { body: { ...order.VALID, [name]: {} } },
]);

const examples = contract.responses.flatMap(({ status, examples }) =>
  Object.keys(examples).map((name): [string, number, Deviation] => [
    `Prefer: code=${status}, example=${name}`,
    status,
    { headers: { prefer: `code=${status}, example=${name}` } },
  ]),
);
const madeUp = contract.responses.map(({ status }): [string, number, Deviation] => [
  `Prefer: code=${status}, dynamic=true`,
  status,
  { headers: { prefer: `code=${status}, dynamic=true` } },
]);

describe('A documented response is what the contract says: status, media type, schema', () => {
  it.each<[string, number, Deviation]>([
    ['a cancel', SUCCESS, {}],
    ['no key', refusals.missingKey.status, { headers: { authorization: undefined } }],
    ['an unknown order', unknownOrder.status, { orderCode: order.provoking(unknownOrder) }],
    ['not JSON', refusals.unreadable.status, { body: '{' }],
    ['a list', INVALID, { body: [] }],
    ['null', INVALID, { body: 'null' }],
    ...missing,
    ...mistyped,
    ['an unknown status', INVALID, { body: order.withStatus('x') }],
    ...examples,
    ...madeUp,
  ])('%s → %i', async (_, expected, deviation) => {
    const { status, headers, json } = await send(mock.url, deviation);
    expect(status).toBe(expected);
    expect(headers['content-type']).toBe('application/json');
    const schema = contract.responses.find((response) => response.status === status)?.schema;
    const validate = ajv.compile({ ...schema, components: contract.document.components });
    validate(json);
    expect(validate.errors).toBeNull();
  });
});

it('Starting the mock does not change the contract', async () => {
  const { startMock } = await import('../src/index.ts');
  const before = JSON.stringify(contract);
  const other = await startMock({ port: 0, contract: async () => contract });
  await other.close();
  expect(JSON.stringify(contract)).toBe(before);
});

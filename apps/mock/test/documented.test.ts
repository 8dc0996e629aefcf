import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { contract, type Deviation, provoking, send, VALID } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const ajv = new Ajv2020({ strict: false, allErrors: true });
const UNKNOWN_ORDER = provoking(404, 'unknownOrder');

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
    ['a cancel', 200, {}],
    ['no key', 403, { headers: { authorization: undefined } }],
    ['an unknown order', 404, { orderCode: UNKNOWN_ORDER }],
    ['not JSON', 400, { body: '{' }],
    ['a list', 400, { body: [] }],
    ['null', 400, { body: 'null' }],
    ['missing fields', 400, { body: {} }],
    ['an unknown status', 400, { body: { ...VALID, ax_status: 'x' } }],
    ['wrong types', 400, { body: { ax_status: null, channel_status: 1, comment: {} } }],
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

it('Starting the mock leaves the contract as it was', async () => {
  const { startMock } = await import('../src/index.ts');
  const before = JSON.stringify(contract);
  const other = await startMock({ port: 0, contract: async () => contract });
  await other.close();
  expect(JSON.stringify(contract)).toBe(before);
});

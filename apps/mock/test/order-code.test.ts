import { describe, expect, it } from 'vitest';
import { contractAfter, type Edited, editedContract } from './edited-contract.ts';
import { example, ORDER, provoking, scenarioCode, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const withSchema = (schema: object) => async () =>
  contractAfter(({ operation }: Edited) => {
    operation.parameters[0].schema = schema;
  });

describe("An order code that has not the form of AX Cloud's gets the documented refusal", () => {
  it.each(['ORDER-123', '915c1218', 'undefined', '{ax_order_code}', `${ORDER}0`, ` ${ORDER}`])(
    '%s',
    async (orderCode) => {
      const { status, json } = await send(mock.url, { orderCode });
      expect([status, json]).toEqual([404, example(404, 'malformedOrder')]);
    },
  );
});

it.each([ORDER, ORDER.toUpperCase()])('A UUID is an order code in any case: %s', async (orderCode) => {
  expect((await send(mock.url, { orderCode })).status).toBe(200);
});

describe('A contract with another example code', () => {
  const numbered = useMock({ contract: () => editedContract(ORDER, '123456') });
  it.each(['123456', ORDER, 'anything'])('has no form for one: %s', async (orderCode) => {
    expect((await send(numbered.url, { orderCode })).status).toBe(200);
  });
});

describe('A contract that documents no refusal for malformed codes', () => {
  const lenient = useMock({
    contract: async () =>
      contractAfter(({ responses }) => {
        delete responses['404'].content['application/json'].examples.malformedOrder;
      }),
  });
  it('takes any', async () => {
    expect((await send(lenient.url, { orderCode: 'ORDER-123' })).status).toBe(200);
  });
});

describe('A contract whose schema says what an order code is', () => {
  const uuid = useMock({ contract: withSchema({ type: 'string', format: 'uuid' }) });
  const long = useMock({ contract: withSchema({ type: 'string', maxLength: 40 }) });
  const capital = useMock({ contract: withSchema({ type: 'string', pattern: '^[^A-Z]+$' }) });

  it('refuses one that breaks it with the example that is provoked by such a code', async () => {
    const { status, json } = await send(uuid.url, { orderCode: 'ORDER-123' });
    expect([status, json]).toEqual([404, example(404, 'malformedOrder')]);
    expect((await send(uuid.url)).status).toBe(200);
  });

  it('or else with the one for an unknown order', async () => {
    const { status, json } = await send(long.url, { orderCode: 'x'.repeat(41) });
    expect([status, json]).toEqual([404, example(404, 'unknownOrder')]);
    expect((await send(capital.url, { orderCode: ORDER.toUpperCase() })).status).toBe(404);
    expect((await send(capital.url)).status).toBe(200);
  });

  it('keeps the codes that provoke something', async () => {
    expect((await send(uuid.url, { orderCode: provoking(404, 'malformedOrder') })).status).toBe(404);
    expect((await send(capital.url, { orderCode: scenarioCode('html-502') })).status).toBe(502);
  });
});

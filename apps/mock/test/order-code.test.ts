import { describe, expect, it } from 'vitest';
import * as now from './exchange.ts';
import { scenarioCode } from './exchange.ts';
import { useMock } from './mock.ts';
import { refused } from './order.ts';
import {
  contractAfter,
  type Edited,
  editedContract,
  example,
  MALFORMED_ORDER,
  ORDER,
  PINNED,
  order as pinnedOrder,
  send,
} from './pinned.ts';

const withSchema = (schema: object) => async () =>
  contractAfter(({ operation }: Edited) => {
    operation.parameters[0].schema = schema;
  });

/** The contract, if it has a form for order codes, and the pinned one, which has. */
const CONTRACTS = [
  { name: 'the contract as it is', mock: useMock(), sendTo: now.send, order: now.order },
  { name: 'one with a form for order codes', mock: useMock(PINNED), sendTo: send, order: pinnedOrder },
].flatMap(({ order: { malformed, ...order }, ...rest }) =>
  malformed === undefined ? [] : [{ ...rest, order, malformed }],
);

describe.each(CONTRACTS)('With $name', ({ mock, sendTo, order: { ORDER, SUCCESS }, malformed }) => {
  it.each(['ORDER-123', ORDER.slice(0, 8), 'undefined', '{the_order_code}', `${ORDER}0`, ` ${ORDER}`])(
    'an order code of another form gets the documented refusal: %s',
    async (orderCode) => {
      const { status, json } = await sendTo(mock.url, { orderCode });
      expect([status, json]).toEqual(refused(malformed));
    },
  );

  it.each([ORDER, ORDER.toUpperCase()])('a UUID is an order code in any case: %s', async (orderCode) => {
    expect((await sendTo(mock.url, { orderCode })).status).toBe(SUCCESS);
  });
});

describe('A contract with another example code', () => {
  const numbered = useMock({ contract: () => editedContract(ORDER, '123456') });
  it.each(['123456', ORDER, 'anything'])('accepts any code: %s', async (orderCode) => {
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
  it('accepts any', async () => {
    expect((await send(lenient.url, { orderCode: 'ORDER-123' })).status).toBe(200);
  });
});

describe('A contract with a schema for order codes', () => {
  const uuid = useMock({ contract: withSchema({ type: 'string', format: 'uuid' }) });
  const long = useMock({ contract: withSchema({ type: 'string', maxLength: 40 }) });
  const capital = useMock({ contract: withSchema({ type: 'string', pattern: '^[^A-Z]+$' }) });

  it('refuses a code that breaks it with the example for such a code', async () => {
    const { status, json } = await send(uuid.url, { orderCode: 'ORDER-123' });
    expect([status, json]).toEqual([404, example(404, 'malformedOrder')]);
    expect((await send(uuid.url)).status).toBe(200);
  });

  it('or, without such an example, with the one for an unknown order', async () => {
    const { status, json } = await send(long.url, { orderCode: 'x'.repeat(41) });
    expect([status, json]).toEqual([404, example(404, 'unknownOrder')]);
    expect((await send(capital.url, { orderCode: ORDER.toUpperCase() })).status).toBe(404);
    expect((await send(capital.url)).status).toBe(200);
  });

  it('keeps the codes that provoke something', async () => {
    expect((await send(uuid.url, { orderCode: MALFORMED_ORDER })).status).toBe(404);
    expect((await send(capital.url, { orderCode: scenarioCode('html-502') })).status).toBe(502);
  });
});

import { expect, test } from 'vitest';
import { onOrder } from '../faults/variant.ts';
import { CANCEL, ORDER } from '../faults/words.ts';
import { marked, ORDERS, run, start } from './run-against.ts';

const consecutive = (prefix: string, digits: number, radix: number) =>
  Array.from({ length: 20 }, (_, index) => prefix + index.toString(radix).padStart(digits, '0'));

test.each([
  ['decimal UUIDs', consecutive('a0000000-0000-4000-8000-', 12, 10)],
  ['hexadecimal UUIDs', consecutive('a0000000-0000-4000-8000-', 12, 16)],
  ['numbers', consecutive('2026112700', 10, 10)],
  ['numbers of different lengths', consecutive('ORDER-2026-11-27-', 1, 10)],
])('where the codes are consecutive %s, no code is changed into that of another order', async (_, codes) => {
  // A second cancel succeeds, so that a changed code that names a cancelled order shows, too.
  const server = await start({ repeat: () => undefined }, undefined, codes);
  const { code, stdout } = await run(server.url, { AX_ORDER_CODES: codes.join(',') });
  expect(marked('✗', stdout)).toEqual([]);
  expect(stdout).toContain(`Orders: ${server.cancelled().length} cancelled`);
  expect(code).toBe(0);
});

test.each([
  ['the channel codes are given', (code: string) => `${code}:${Number(code) + 1000}`],
  ['they are not given', (code: string) => code],
])("the channel's code is not tried where it may be another order's, when %s", async (_, given) => {
  const own = Array.from({ length: 14 }, (__, index) => String(2001 + index));
  const others = own.map((code) => String(Number(code) + 1000));
  const seen = new Set<string>();
  const channelCodes = onOrder((order) => ({
    ...order,
    [ORDER.channelCode ?? '']: String(Number(order[ORDER.code ?? '']) + 1000),
  }));
  const server = await start(
    {
      ...channelCodes,
      // The first orders were cancelled before the run, so that it looks for another reading.
      find(code, orders) {
        const order = orders.get(code);
        if (order !== undefined && own.slice(0, 3).includes(code) && !seen.has(code)) {
          order.axStatus = CANCEL;
          order.channelStatus = CANCEL;
        }
        seen.add(code);
        return order;
      },
    },
    undefined,
    [...own, ...others],
  );
  const { stdout } = await run(server.url, { AX_ORDER_CODES: own.map(given).join(',') });
  expect(marked('✗', stdout)).toEqual([]);
  expect(server.cancelled().filter((code) => others.includes(code))).toEqual([]);
});

test('order codes may be given in capital letters, and come back as UUIDs are written', async () => {
  const server = await start({ find: (code, orders) => orders.get(code.toLowerCase()) });
  const { code, stdout } = await run(server.url, { AX_ORDER_CODES: ORDERS.join(',').toUpperCase() });
  expect(marked('✗', stdout)).toEqual([]);
  expect(code).toBe(0);
});

test("a code is not changed into one beyond AX_MAX_ORDERS, or into another channel's", async () => {
  const second = ORDERS[1] ?? '';
  const changed = `${second.slice(0, -1)}f`;
  const server = await start({}, undefined, [...ORDERS, changed]);
  const beyond = { AX_ORDER_CODES: [...ORDERS, changed].join(','), AX_MAX_ORDERS: String(ORDERS.length) };
  const { stdout } = await run(server.url, beyond);
  expect(server.requests.some((line) => line.includes(changed))).toBe(false);
  expect(stdout).toMatch(/^◦ order\.other-end .*\n.*not asked: the changed code is that of another order/m);
  const foreign = await run((await start()).url, { AX_FOREIGN_ORDER_CODE: changed });
  expect(foreign.stdout).toContain('not asked: the changed code is that of another order');
});

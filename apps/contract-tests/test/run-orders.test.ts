import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { type Send, sendWhole } from '../faults/server.ts';
import { onOrder } from '../faults/variant.ts';
import { CANCEL, FIRST, ORDER, STATUS_FIELDS, SUCCESS } from '../faults/words.ts';
import {
  ANNOUNCED,
  FOREIGN,
  least,
  marked,
  most,
  ORDERS,
  reportFolder,
  run,
  runAgainst,
  start,
} from './run-against.ts';

const EXAMPLE = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));

test('a conforming server passes, and the run cancels as many orders as announced', async () => {
  const { code, stdout, server } = await runAgainst();
  expect(marked('✗', stdout)).toEqual([]);
  const cancelled = server.cancelled().length;
  expect(stdout).toContain(ANNOUNCED);
  expect(stdout).toContain(`Orders: ${cancelled} cancelled`);
  expect(stdout).toMatch(/^passed: The server keeps to the contract\.$/m);
  expect(cancelled).toBeGreaterThanOrEqual(least);
  expect(cancelled).toBeLessThanOrEqual(most);
  expect(code).toBe(0);
});

test('a run against a server that accepts invalid requests goes on until all orders are used up', async () => {
  const { code, stdout, server } = await runAgainst({
    reads: (type, bytes) => CONFORMING.reads(type, bytes) || type === 'text/plain',
    parse: (bytes, type) => (bytes.length < 2 ? { ...EXAMPLE } : CONFORMING.parse(bytes, type)),
  });
  expect(marked('✗', stdout)).toEqual(
    expect.arrayContaining(['body.number', 'body.media-type', 'body.unreadable']),
  );
  expect(server.cancelled()).toHaveLength(ORDERS.length);
  expect(code).toBe(1);
});

test('AX_MAX_ORDERS limits how many orders a run cancels', async () => {
  const { code, stdout, server } = await runAgainst({}, { AX_MAX_ORDERS: '2' });
  expect(stdout).toContain('; 2 are available.');
  expect(server.cancelled()).toHaveLength(2);
  expect(stdout).toMatch(/^incomplete: Nothing failed, but \d+ of \d+ cases did not run\.$/m);
  expect(code).toBe(3);
});

test('a server that cancels and does not respond costs two orders, which are reported as unknown', async () => {
  const silent: Send = (response, bytes, reply, request) => {
    if (reply.status === SUCCESS) response.destroy();
    else sendWhole(response, bytes, reply, request);
  };
  const server = await start({}, silent);
  const { code, stdout } = await run(server.url);
  expect(marked('✗', stdout)).toEqual([FIRST]);
  expect(server.cancelled()).toHaveLength(2);
  expect(stdout).toContain(`Orders: 0 cancelled, 2 unknown, ${ORDERS.length - 2} untouched`);
  expect(code).toBe(1);
});

test('a second run with the same orders is incomplete, and says that they are already cancelled', async () => {
  const server = await start();
  const first = await run(server.url);
  const cancelled = server.cancelled().length;
  const second = await run(server.url);
  expect([first.code, second.code]).toEqual([0, 3]);
  expect(marked('✗', second.stdout)).toEqual([]);
  expect(second.stdout).toContain(
    `Orders: ${ORDERS.length - cancelled} cancelled, ${cancelled} already cancelled`,
  );
  const third = await run(server.url);
  expect(third.code).toBe(3);
  expect(third.stdout).toMatch(
    new RegExp(
      `^ {2}\\d+ cases: unknown: all ${ORDERS.length} orders were refused alike\\. They are already cancelled, as after an earlier run, or`,
      'm',
    ),
  );
});

test('without orders the run is incomplete: cases that need none still run, and the others say what to set', async () => {
  const { code, stdout, server } = await runAgainst({}, { AX_ORDER_CODES: '' });
  expect(marked('✓', stdout)).toEqual(expect.arrayContaining(['order.unknown', 'auth.other-case']));
  expect(stdout).toMatch(
    new RegExp(`^– ${FIRST} .*\\n {4}skipped: no order is left for it; add codes to AX_ORDER_CODES`, 'm'),
  );
  expect(stdout).not.toContain('keeps to the contract');
  expect(server.cancelled()).toEqual([]);
  expect(code).toBe(3);
});

test('an order whose request was accepted without an order in the response is reported as unknown', async () => {
  const { stdout, server } = await runAgainst({
    wrongMethod: (request) =>
      request.method === 'PUT' ? { status: 200, body: { ok: true } } : CONFORMING.wrongMethod(request),
  });
  expect(stdout).toContain(`Orders: ${server.cancelled().length} cancelled, 1 unknown`);
});

test('where the server knows none of the orders, the run blames nobody and says what to check', async () => {
  const { code, stdout } = await runAgainst({ find: () => undefined });
  expect(marked('✗', stdout)).toEqual([]);
  expect(stdout).toMatch(/^ {2}\d+ cases: the server knows none of the codes in AX_ORDER_CODES\./m);
  expect(code).toBe(3);
});

test('pairs of codes check the channel order code, and single codes still work', async () => {
  const pairs = ORDERS.map((code) => `${code}:c${code.slice(1)}`).join('\n');
  const right = await runAgainst({}, { AX_ORDER_CODES: pairs });
  expect([right.code, marked('✗', right.stdout)]).toEqual([0, []]);
  const swapped = onOrder((order) => ({ ...order, [ORDER.channelCode ?? '']: 'c-of-another-order' }));
  const wrong = await runAgainst(swapped, { AX_ORDER_CODES: pairs });
  expect(wrong.stdout).toMatch(
    new RegExp(`${ORDER.channelCode} is "c-of-another-order", but the order's code in AX_ORDER_CODES is "c0`),
  );
  expect(wrong.code).toBe(1);
  expect((await runAgainst(swapped)).code).toBe(0);
});

test("another channel's order is requested only if its code is given, and the code is never shown", async () => {
  const folder = reportFolder();
  const without = await runAgainst();
  expect(without.stdout).toMatch(
    /skipped: it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE/,
  );
  expect(without.server.requests.some((line) => line.includes(FOREIGN))).toBe(false);
  const env = { AX_FOREIGN_ORDER_CODE: FOREIGN, AX_REPORT_DIR: folder };
  const { code, stdout, server } = await runAgainst({ cancelsForeign: true }, env);
  expect(marked('✗', stdout)).toEqual(['order.foreign']);
  expect(server.requests.some((line) => line.includes(FOREIGN))).toBe(true);
  const written = ['index.html', 'contract.json', 'junit.xml'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  for (const text of [stdout, ...written]) expect(text).not.toContain(FOREIGN);
  expect(code).toBe(1);
});

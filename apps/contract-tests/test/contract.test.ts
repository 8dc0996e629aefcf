import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from './command.ts';
import { API_KEY, type Fault, startServer } from './server.ts';

const ORDERS = ['order-1', 'order-2', 'order-3', 'order-4', 'order-5'];

async function runAgainst(fault?: Fault, orders = ORDERS, env: Record<string, string> = {}) {
  const server = await startServer(ORDERS, fault);
  onTestFinished(async () => void (await server.close()));
  const run = await runCommand({
    AX_BASE_URL: server.url,
    AX_API_KEY: API_KEY,
    AX_ORDER_CODES: orders.join(','),
    ...env,
  });
  return { ...run, server };
}

/** The cases that a run reports as failed. */
function failures(stdout: string): string[] {
  return [...stdout.matchAll(/^✗ (\S+)/gm)].map(([, id]) => id ?? '');
}

test('the mock passes every case', async () => {
  const { code, stdout } = await runCommand();
  expect(failures(stdout)).toEqual([]);
  expect(stdout).toMatch(/^contract: \d\d passed, 0 failed, 0 skipped$/m);
  expect(code).toBe(0);
});

test('a server that follows the contract passes, and as many orders are used as were announced', async () => {
  const { code, stdout, server } = await runAgainst();
  expect(failures(stdout)).toEqual([]);
  expect(code).toBe(0);
  expect(stdout).toContain('They use up 5 orders (AX_ORDER_CODES has 5).');
  expect([...server.cancelled].sort()).toEqual(ORDERS.filter((code) => code !== 'order-5').sort());
});

test.each<[string, Fault, string[]]>([
  [
    'repeats another order',
    (_, right) =>
      right.status === 200 ? { status: 200, body: { ...(right.body as object), ax_order_code: 'x' } } : right,
    ['cancel.travelerCancel', 'cancel.unavoidableCancel'],
  ],
  [
    'wraps the order in an envelope',
    (_, right) =>
      right.status === 200 ? { status: 200, body: { status_code: 200, data: right.body } } : right,
    ['cancel.travelerCancel', 'cancel.unavoidableCancel'],
  ],
  [
    'takes a key without the word Token',
    ({ authorization }, right) =>
      authorization === API_KEY ? { status: 404, body: { detail: 'x' } } : right,
    ['auth.no-scheme'],
  ],
  [
    'answers a wrong key with HTML',
    ({ authorization }, right) =>
      authorization === 'Token invalid'
        ? { status: 403, body: '<h1>Forbidden</h1>', headers: { 'content-type': 'text/html' } }
        : right,
    ['auth.wrong-key'],
  ],
  [
    'crashes on a body that is no JSON',
    ({ body }, right) => (right.status === 400 && body === undefined ? { status: 500, body: 'oops' } : right),
    ['body.unreadable'],
  ],
])('a server that %s fails in the case that names it', async (_, fault, ids) => {
  const { code, stdout } = await runAgainst(fault);
  expect(failures(stdout)).toEqual(ids);
  expect(code).toBe(1);
});

test('a server that cancels what it must refuse costs one order and no more', async () => {
  const { code, stdout, server } = await runAgainst(({ url, body }, right) => {
    const misnamed = typeof body === 'object' && body !== null && 'ax_order_status' in body;
    return right.status === 400 && misnamed ? { status: 200, body: { ax_order_code: url } } : right;
  });
  expect(failures(stdout)).toEqual(['body.misnamed']);
  expect(stdout).toContain('body.misnamed may have cancelled an order, so no further one is risked');
  expect(new Set(server.requests.filter((line) => line.includes('order-')))).toHaveLength(1);
  expect(code).toBe(1);
});

test.each([
  ['in the cases', (authorization: string) => ({ detail: 'text', sent: authorization })],
  ['before them', (authorization: string) => ({ sent: authorization })],
])('the key is not printed when the server sends it back %s', async (_, body) => {
  const { stdout, stderr } = await runAgainst(({ authorization }, right) =>
    right.status === 404 ? { status: 404, body: body(authorization) } : right,
  );
  expect(stdout + stderr).toContain('Token ***');
  expect(stdout + stderr).not.toContain(API_KEY);
});

test('without orders the cases that need none still run, and the others say what they lack', async () => {
  const { code, stdout } = await runAgainst(undefined, []);
  expect(stdout).toMatch(/no order left: the run needs 5 and AX_ORDER_CODES has 0/);
  expect(stdout).toMatch(/^✓ order\.unknown/m);
  expect(code).toBe(0);
});

test.each<[string, Fault | undefined, Record<string, string>, RegExp]>([
  [
    'is not there',
    undefined,
    { AX_BASE_URL: 'http://127.0.0.1:1' },
    /cannot be reached.*ECONNREFUSED.*Check AX_BASE_URL/,
  ],
  ['refuses the key', undefined, { AX_API_KEY: 'another' }, /refuses AX_API_KEY: 403/],
  [
    'redirects',
    () => ({ status: 301, body: '', headers: { location: '/x/' } }),
    {},
    /redirects.*Location \/x\//,
  ],
  ['is not this API', () => ({ status: 404, body: '<h1>' }), {}, /does not know the path/],
])(
  'a server that %s ends the run before the first case, with exit code 2',
  async (_, fault, env, message) => {
    const { code, stdout, stderr, server } = await runAgainst(fault, ORDERS, env);
    expect(stderr).toMatch(message);
    expect(stdout).not.toMatch(/^[✓✗]/m);
    expect(server.requests.length).toBeLessThanOrEqual(1);
    expect(code).toBe(2);
  },
);

test('--list prints every case with what it needs, and sends nothing', async () => {
  const server = await startServer(ORDERS);
  onTestFinished(async () => void (await server.close()));
  const { code, stdout } = await runCommand({ AX_BASE_URL: server.url, AX_API_KEY: API_KEY }, ['--list']);
  expect(stdout).toMatch(/^body\.comment\.type\.array +order +A body whose comment/m);
  expect(server.requests).toEqual([]);
  expect(code).toBe(0);
});

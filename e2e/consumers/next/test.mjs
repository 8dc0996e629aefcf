import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', '0'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
let url = '';

before(async () => {
  for await (const line of createInterface({ input: server.stdout })) {
    url ||= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    if (/Ready in/.test(line)) break;
  }
});
after(() => server.kill());

async function cancel(code) {
  const response = await fetch(`${url}/api/orders/${code}/cancel`, { method: 'POST' });
  return [response.status, await response.json()];
}

test('an order is cancelled, and an unknown one is not', async () => {
  assert.deepEqual(await cancel(process.env.AX_ORDER), [200, { status: 'Traveler cancel' }]);
  assert.deepEqual(await cancel(process.env.AX_UNKNOWN_ORDER), [
    422,
    { kind: 'not_found', outcome: 'rejected' },
  ]);
});

test('Next.js compiled it without "strict"', async () => {
  const { compilerOptions } = JSON.parse(await readFile('tsconfig.json', 'utf8'));
  assert.equal(compilerOptions.strict, false);
});

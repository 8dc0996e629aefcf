import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { app } from './app.js';

const server = app.listen(0);
let url = '';

before(async () => {
  if (!server.listening) await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

async function cancel(code: string): Promise<[status: number, body: unknown]> {
  const response = await fetch(`${url}/orders/${code}/cancel`, { method: 'POST' });
  return [response.status, await response.json()];
}

test('an order is cancelled, and an unknown one is not', async () => {
  assert.deepEqual(await cancel(process.env.AX_ORDER ?? ''), [200, { status: 'Traveler cancel' }]);
  assert.deepEqual(await cancel(process.env.AX_UNKNOWN_ORDER ?? ''), [
    422,
    { kind: 'not_found', outcome: 'rejected' },
  ]);
});

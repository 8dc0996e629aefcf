import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './dist/entry-server.js';

test('an order is cancelled, and an unknown one is not', async () => {
  assert.equal(await render(process.env.AX_ORDER), '<p>Traveler cancel</p>');
  assert.equal(await render(process.env.AX_UNKNOWN_ORDER), '<p>not_found, rejected</p>');
});

const assert = require('node:assert/strict');
const { cpSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { after, test } = require('node:test');

// As a Lambda has it: the bundle, and no node_modules above it.
const folder = mkdtempSync(join(tmpdir(), 'lambda-'));
cpSync('dist', folder, { recursive: true });
after(() => rmSync(folder, { recursive: true }));
const { handler } = require(join(folder, 'handler.js'));

const cancel = (code) => handler({ pathParameters: { code } });

test('an order is cancelled, and an unknown one is not', async () => {
  assert.deepEqual(await cancel(process.env.AX_ORDER), {
    statusCode: 200,
    body: '{"status":"Traveler cancel"}',
  });
  assert.deepEqual(await cancel(process.env.AX_UNKNOWN_ORDER), {
    statusCode: 422,
    body: '{"kind":"not_found","outcome":"rejected"}',
  });
});

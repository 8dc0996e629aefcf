import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { measureBundled } from '../bench/src/bundled.ts';

/** Bytes, minified and gzipped. bench/README.md says what they are spent on. */
const BUDGET = 6140;

test('a bundle that cancels an order, openapi-fetch included, stays within its budget', async () => {
  const client = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  const call = fileURLToPath(new URL('../bench/src/contenders/channel-client.ts', import.meta.url));
  expect(await measureBundled(call, { '@ax-cloud/channel-client': client })).toBeLessThanOrEqual(BUDGET);
});

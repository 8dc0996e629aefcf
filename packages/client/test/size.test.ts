import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { measureBundled } from '../bench/src/bundled.ts';

/** Bytes, minified and gzipped. bench/README.md says what they are spent on. */
const BUDGET = 4300;
/** With openapi-fetch, too, which a bundler that makes no chunks puts beside the rest. */
const WHOLE_BUDGET = 6600;

test('what a bundle loads to cancel an order, and what it may load later, stay within their budgets', async () => {
  const client = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  const call = fileURLToPath(new URL('../bench/src/contenders/channel-client.ts', import.meta.url));
  const { loaded, onDemand } = await measureBundled(call, { '@ax-cloud/channel-client': client });
  expect(loaded).toBeLessThanOrEqual(BUDGET);
  expect(loaded + onDemand).toBeLessThanOrEqual(WHOLE_BUDGET);
});

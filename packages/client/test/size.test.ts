import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { expect, test } from 'vitest';
import { contract } from './call.ts';

/** Bytes of what is loaded to cancel an order, minified and gzipped. */
const BUDGET = 4300;
/** With openapi-fetch, too, which is loaded by the first raw call. */
const WHOLE_BUDGET = 6800;
/** What the options for headers and query parameters may add to both, where the contract declares any. */
const PARAMETERS_BUDGET = 300;

const CALL = `
import { createChannelClient } from 'client';
const channel = createChannelClient({ apiKey: 'key', environment: 'test' });
channel.cancelTourOrder('order', { status: 'Traveler cancel' }).then(console.log);
`;

test('what a bundle loads to cancel an order, and what it may load later, stay within their budgets', async () => {
  const { output } = await build({
    input: 'call',
    platform: 'browser',
    resolve: { alias: { client: fileURLToPath(new URL('../dist/index.js', import.meta.url)) } },
    plugins: [
      {
        name: 'call',
        resolveId: (id) => (id === 'call' ? id : undefined),
        load: (id) => (id === 'call' ? CALL : undefined),
      },
    ],
    output: { minify: true },
    write: false,
    logLevel: 'warn',
  });
  const chunks = output.filter((one) => one.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set may grow while it is walked.
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  const bytes = (all: Iterable<{ code: string }>) =>
    [...all].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  const { headers, query } = contract;
  const added = headers.length + query.length > 0 ? PARAMETERS_BUDGET : 0;
  expect(bytes(loaded)).toBeLessThanOrEqual(BUDGET + added);
  expect(bytes(chunks)).toBeLessThanOrEqual(WHOLE_BUDGET + added);
});

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type OutputChunk } from 'rolldown';
import { expect, test } from 'vitest';
import { contract } from './call.ts';

/** Bytes of what is loaded to cancel an order, minified and gzipped. */
const BUDGET = 5000;
/** With openapi-fetch, too, which is loaded by the first raw call. */
const WHOLE_BUDGET = 7745;
/** What the options for headers and query parameters may add to both, where the contract declares any. */
const PARAMETERS_BUDGET = 300;

const CALL = `
import { createChannelClient } from 'client';
const channel = createChannelClient({ apiKey: 'key', environment: 'test' });
channel.cancelTourOrder('order', { status: 'Traveler cancel' }).then(console.log);
`;
const THROWING = CALL.replace('{ c', '{ orThrow, c').replace('console.log', 'orThrow');

/** Bundles a program with the built client for a browser. */
async function bundle(program: string): Promise<OutputChunk[]> {
  const { output } = await build({
    input: 'call',
    platform: 'browser',
    resolve: { alias: { client: fileURLToPath(new URL('../dist/index.js', import.meta.url)) } },
    plugins: [
      {
        name: 'call',
        resolveId: (id) => (id === 'call' ? id : undefined),
        load: (id) => (id === 'call' ? program : undefined),
      },
    ],
    output: { minify: true },
    write: false,
    logLevel: 'warn',
  });
  return output.filter((one) => one.type === 'chunk');
}

/** The chunks that are loaded at once. */
function loadedOf(chunks: readonly OutputChunk[]): Set<OutputChunk> {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set may grow while it is walked.
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  return loaded;
}

function bytes(chunks: Iterable<{ code: string }>): number {
  return [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

test('what a bundle loads to cancel an order, and what it may load later, stay within their budgets', async () => {
  const chunks = await bundle(CALL);
  const { headers, query } = contract;
  const added = headers.length + query.length > 0 ? PARAMETERS_BUDGET : 0;
  expect(bytes(loadedOf(chunks))).toBeLessThanOrEqual(BUDGET + added);
  expect(bytes(chunks)).toBeLessThanOrEqual(WHOLE_BUDGET + added);
});

test('a module that exports something is bundled into two files: the call, and what the first raw call loads', async () => {
  // What both files import would be a third one, gzipped for itself.
  expect(await bundle(CALL.replace('channel.cancel', 'export const done = channel.cancel'))).toHaveLength(2);
});

test('a bundle has the exceptions only where they are used', async () => {
  const codes = async (program: string) => (await bundle(program)).map(({ code }) => code).join('\n');
  expect(await codes(CALL)).not.toContain('ChannelCancelError');
  expect(await codes(THROWING)).toContain('ChannelCancelError');
});

import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { build } from 'rolldown';

const SOURCE = fileURLToPath(new URL('../.tmp/hey-api/source', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../.tmp/hey-api/index.js', import.meta.url));

/** Generates hey-api's client of the contract, and compiles it, as an application would before it ships. */
export async function generateHeyApi(): Promise<void> {
  await createClient({
    input: fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/openapi.yaml')),
    output: SOURCE,
    plugins: [{ name: '@hey-api/client-fetch', includeInEntry: true }, '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
  await build({
    input: `${SOURCE}/index.ts`,
    // The generated files import each other by the names that they have once compiled.
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    output: { file: OUTPUT },
    logLevel: 'warn',
  });
}

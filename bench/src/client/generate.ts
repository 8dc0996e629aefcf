import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import { build } from 'rolldown';

const CONTRACT = fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/openapi.yaml'));
const REDOCLY = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const path = (name: string) => fileURLToPath(new URL(`../../.tmp/${name}`, import.meta.url));

/** Generates clients from the contract with other generators, and compiles them, as an application would before it ships. */
export async function generateClients(): Promise<void> {
  await createClient({
    input: CONTRACT,
    output: path('hey-api/source'),
    plugins: [{ name: '@hey-api/client-fetch', includeInEntry: true }, '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
  await compile('hey-api');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const args = [REDOCLY, 'generate-client', CONTRACT, '--output', path('redocly/source/index.ts')];
  await promisify(execFile)(process.execPath, args, { env });
  await compile('redocly');
}

async function compile(name: string): Promise<void> {
  await build({
    input: path(`${name}/source/index.ts`),
    // hey-api's files import each other by the names that they have once compiled.
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    output: { file: path(`${name}/index.js`) },
    logLevel: 'warn',
  });
}

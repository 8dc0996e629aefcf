/**
 * Derives `src/generated/` from the bundled contract. With `--check` it writes nothing and fails when a file differs
 * from what the contract gives, so that a stale file cannot be released.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { bundleUrl, type Contract, loadContract } from '@ax-cloud/channel-spec/contract';
import openapiTypescript, { astToString } from 'openapi-typescript';

const HEADER = `/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

`;
const directory = new URL('src/generated/', import.meta.url);

/** One rule of `x-echoes` in the terms that the client checks: a field of the answer and the part of the request. */
function echo([response, request]: [string, string]) {
  const [, field] = /^\$response\.body#\/([^/]+)$/.exec(response) ?? [];
  const [, where, name] = /^\$request\.(path|body)[.#]\/?([^/]+)$/.exec(request) ?? [];
  if (field === undefined || where === undefined || name === undefined) {
    throw new SyntaxError(`x-echoes: the client cannot check that ${response} equals ${request}.`);
  }
  return { field, in: where, name };
}

/** The values of the contract that the client needs at run time. */
function constants({ path, servers, responses }: Contract): string {
  const environments = Object.fromEntries(servers.map(({ environment, url }) => [environment, url]));
  const success = responses.find(({ status }) => status === 200);
  const literal = (value: unknown) => `${JSON.stringify(value, null, 2)} as const;\n`;
  return [
    '/** The path of the operation, with its parameter in braces. */',
    `export const PATH = ${literal(path)}`,
    "/** AX Cloud's servers by the name of their environment. */",
    `export const ENVIRONMENTS = ${literal(environments)}`,
    '/** What a success repeats: a field of the answer, and the part of the request that it must equal. */',
    `export const ECHOES = ${literal(Object.entries(success?.echoes ?? {}).map(echo))}`,
  ].join('\n');
}

const derived = {
  'contract.ts': constants(await loadContract()),
  'openapi.d.ts': astToString(await openapiTypescript(bundleUrl('en'))),
};

const check = process.argv.includes('--check');
if (!check) await mkdir(directory, { recursive: true });
for (const [name, text] of Object.entries(derived)) {
  const file = new URL(name, directory);
  const current = await readFile(file, 'utf8').catch(() => undefined);
  if (current === HEADER + text) continue;
  if (check) {
    console.error(
      `packages/client/src/generated/${name} is not what the contract gives. Run "pnpm generate" and commit the file.`,
    );
    process.exitCode = 1;
  } else {
    await writeFile(file, HEADER + text);
  }
}

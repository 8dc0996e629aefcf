/**
 * Derives `src/generated/` from the bundled contract. With `--check` it writes nothing and fails when a file differs
 * from what the contract gives, so that a stale file cannot be released.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { bundleUrl, loadContract } from '@ax-cloud/contract/contract';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { constants } from './constants.ts';
import { examples } from './examples.ts';
import { validators } from './validators.ts';

const HEADER = `/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

`;
const directory = new URL('../src/generated/', import.meta.url);
const contract = await loadContract();

const derived = {
  'contract.ts': constants(contract),
  'examples.ts': examples(contract),
  'openapi.d.ts': astToString(await openapiTypescript(bundleUrl('en'))),
  'validators.ts': validators(contract),
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

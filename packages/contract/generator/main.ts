/**
 * Derives `src/generated/` from the JSON Schemas of `spec/`. With `--check` it writes nothing and fails when a file differs from
 * what they give.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { deriveTypes } from './derive.ts';

const GENERATED = new URL('../src/generated/', import.meta.url);
const checks = process.argv.includes('--check');

if (!checks) await mkdir(GENERATED, { recursive: true });
for (const [name, text] of await deriveTypes()) {
  const file = new URL(name, GENERATED);
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
  if (!checks) await writeFile(file, text);
  else {
    console.error(
      `packages/contract/src/generated/${name} is not what spec/ gives. Run "pnpm generate" and commit the file.`,
    );
    process.exitCode = 1;
  }
}

import { writeFile } from 'node:fs/promises';
import { generateReadmes } from './readmes.ts';

/** Writes the generated parts of the READMEs, or with `--check` only tells whether they are as they have to be. */
const stale = (await generateReadmes()).filter(({ current, generated }) => current !== generated);
if (process.argv.includes('--check')) {
  for (const { name } of stale)
    console.error(
      `apps/mock/${name} does not have what the contract and spec/scenarios.yaml give. Run "pnpm generate".`,
    );
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const { url, generated } of stale) await writeFile(url, generated);
}

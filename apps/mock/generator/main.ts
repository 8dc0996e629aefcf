import { writeFile } from 'node:fs/promises';
import { generateReadmes } from './readmes.ts';

/** Writes the generated parts of the READMEs. With `--check`, only says whether they are up to date. */
const stale = (await generateReadmes()).filter(({ current, generated }) => current !== generated);
if (process.argv.includes('--check')) {
  for (const { name } of stale)
    console.error(
      `apps/mock/${name} is stale: the contract or spec/scenarios.yaml has changed. Run "pnpm generate".`,
    );
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const { url, generated } of stale) await writeFile(url, generated);
}

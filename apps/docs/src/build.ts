/** Builds the docs into `dist`. A build that fails leaves the `dist` of the one before in place. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST } from './site.ts';
import { writeSite } from './write-site.ts';

const started = performance.now();
const dist = fileURLToPath(DIST);
// On the same disk as `dist`, so that a rename can take its place.
const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
await mkdir(cache, { recursive: true });
const work = await mkdtemp(join(cache, 'docs-'));
try {
  await writeSite(join(work, 'site'), work);
  await replace(dist, join(work, 'site'), join(work, 'old'));
  console.log(`Built the docs into apps/docs/dist in ${Math.round(performance.now() - started)} ms.`);
} catch (error) {
  const reason = error instanceof Error ? error.message : error;
  console.error(`The docs were not built; apps/docs/dist is as it was. ${reason}`);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Puts a new folder in the place of one that may exist, which is gone for no longer than a rename takes. */
async function replace(place: string, replacement: string, old: string): Promise<void> {
  const hadOld = await rename(place, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(replacement, place);
  } catch (error) {
    if (hadOld) await rename(old, place);
    throw error;
  }
}

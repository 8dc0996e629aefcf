/**
 * Builds the docs into `dist`. A failed build keeps the previous `dist`.
 *
 * `--uncompressed` leaves out the compressed copies: they take long, and tests of the contract's edits read none of them.
 *
 * `AX_DOCS_URL`: where they will be published, for canonical addresses. `AX_DOCS_READINGS`: the readings of `pnpm site --reading`.
 */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFolder } from './compress.ts';
import { DIST } from './site.ts';
import { type SiteOptions, writeSite } from './write-site.ts';

const started = performance.now();
const dist = fileURLToPath(DIST);
// On the same disk as `dist`, so that a rename can replace it.
const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
await mkdir(cache, { recursive: true });
const work = await mkdtemp(join(cache, 'docs-'));
try {
  const site = join(work, 'site');
  await writeSite(site, work, readOptions(process.env));
  if (!process.argv.includes('--uncompressed')) await compressFolder(site);
  await replace(dist, site, join(work, 'old'));
  console.log(`Built the docs into apps/docs/dist in ${Math.round(performance.now() - started)} ms.`);
} catch (error) {
  const reason = error instanceof Error ? error.message : error;
  console.error(`The docs were not built; apps/docs/dist is as it was. ${reason}`);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

function readOptions({ AX_DOCS_URL, AX_DOCS_READINGS = '' }: NodeJS.ProcessEnv): SiteOptions {
  const readings = AX_DOCS_READINGS.split(',').filter((reading) => reading !== '');
  if (AX_DOCS_URL === undefined || AX_DOCS_URL === '') return { readings };
  const url = URL.parse(AX_DOCS_URL);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `AX_DOCS_URL is "${AX_DOCS_URL}". Give the URL of the docs, for example https://docs.example.com/.`,
    );
  }
  return { readings, baseUrl: `${url.origin}${url.pathname.replace(/\/?$/, '/')}` };
}

/** Replaces a folder that may exist. It is missing only between two renames. */
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

/**
 * Builds the docs into `dist`. A failed build keeps the previous `dist`.
 *
 * `--uncompressed` leaves out the compressed copies: they take long, and tests of the contract's edits read none of them.
 *
 * `AX_DOCS_URL`: where they will be published, for canonical addresses. `AX_DOCS_READINGS`: the readings of `pnpm site --reading`.
 */
import { fileURLToPath } from 'node:url';
import { DIST } from './site.ts';
import type { SiteOptions } from './write-site.ts';

const started = performance.now();
// On the same disk as `dist`, so that a rename can replace it.
const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
try {
  const options = readOptions(process.env);
  // Loaded late, so that an invalid address is refused at once.
  const { buildSite } = await import('./build-site.ts');
  const compressed = !process.argv.includes('--uncompressed');
  await buildSite(fileURLToPath(DIST), cache, { ...options, compressed });
  console.log(`Built the docs into apps/docs/dist in ${Math.round(performance.now() - started)} ms.`);
} catch (error) {
  const reason = error instanceof Error ? error.message : error;
  console.error(`The docs were not built; apps/docs/dist is as it was. ${reason}`);
  process.exitCode = 1;
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

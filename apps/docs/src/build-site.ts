import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFolder } from './compress.ts';
import { type SiteOptions, writeSite } from './write-site.ts';

/** How a site is built. */
interface BuildOptions extends SiteOptions {
  /** False leaves out the compressed copies. */
  compressed?: boolean;
}

/**
 * Builds the site, and replaces the previous one. A failed build keeps the previous one.
 *
 * @param place the folder of the site
 * @param cache a folder for temporary files on the same disk, so that a rename can replace the site
 */
export async function buildSite(
  place: string,
  cache: string,
  { compressed = true, ...options }: BuildOptions = {},
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'docs-'));
  try {
    const site = join(work, 'site');
    await writeSite(site, work, options);
    if (compressed) await compressFolder(site);
    await replace(place, site, join(work, 'old'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
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

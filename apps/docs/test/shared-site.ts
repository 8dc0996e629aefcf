/**
 * Builds and serves the site and finds a browser for all tests, until its parent ends. It is a separate process, because vitest
 * cannot resolve packages in a global setup.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite } from '../src/build-site.ts';
import { startDocs } from '../src/serve.ts';
import { findBrowser } from './browser.ts';

const work = await mkdtemp(join(tmpdir(), 'docs-test-'));
const folder = join(work, 'site');
// The build must remove the files of an earlier build.
await mkdir(folder);
await writeFile(join(folder, 'of-the-build-before.html'), '');
await buildSite(folder, work);
const docs = await startDocs({ port: 0, root: pathToFileURL(folder) });
const browser = await findBrowser();

process.once('disconnect', async () => {
  await docs.close();
  await rm(work, { recursive: true, force: true });
  process.exit();
});
process.send?.({ folder, url: docs.url, browser });

/** Builds and serves the site and starts the browser for all tests, until its parent ends. A process of its own, because vitest resolves no package in a global setup. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from '../src/compress.ts';
import { startDocs } from '../src/serve.ts';
import { writeSite } from '../src/write-site.ts';
import { launchBrowser } from './browser.ts';

const work = await mkdtemp(join(tmpdir(), 'docs-test-'));
const folder = join(work, 'site');
await writeSite(folder, work);
await compressFolder(folder);
const docs = await startDocs({ port: 0, root: pathToFileURL(folder) });
const browser = await launchBrowser();

process.once('disconnect', async () => {
  await browser?.close();
  await docs.close();
  await rm(work, { recursive: true, force: true });
  process.exit();
});
process.send?.({ folder, url: docs.url, browser: browser?.wsEndpoint() });

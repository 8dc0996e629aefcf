import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds Debian's Chromium, an installed Chrome or, on Linux, the one that comes with the package @sparticuz/chromium; undefined
 * when there is none.
 */
export async function findBrowser(): Promise<LaunchOptions | undefined> {
  const debian = '/usr/bin/chromium';
  if (existsSync(debian)) return { executablePath: debian, args: FLAGS };
  const installed = await chromium.launch({ channel: 'chrome' }).catch(() => undefined);
  await installed?.close();
  if (installed !== undefined) return { channel: 'chrome' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Without its own flags: they run all pages in the process of the browser, which then dies with one of them, and let every page
  // read the responses of every server.
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: FLAGS };
}

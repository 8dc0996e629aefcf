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
 * Finds Debian's Chromium, an installed Chrome or, on Linux, the Chromium of the package @sparticuz/chromium. Returns undefined if
 * there is none.
 */
export async function findBrowser(): Promise<LaunchOptions | undefined> {
  const debian = '/usr/bin/chromium';
  if (existsSync(debian)) return { executablePath: debian, args: FLAGS };
  const installed = await chromium.launch({ channel: 'chrome' }).catch(() => undefined);
  await installed?.close();
  if (installed !== undefined) return { channel: 'chrome' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package's own flags are left out. They run all pages in the browser's process, so one crash ends it, and they turn off the
  // same-origin policy.
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: FLAGS };
}

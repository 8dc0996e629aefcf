import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

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
 * Starts Debian's Chromium, an installed Chrome or, on Linux, the one that comes with the package @sparticuz/chromium; undefined
 * when there is none.
 */
export async function launchBrowser(): Promise<BrowserServer | undefined> {
  const debian = '/usr/bin/chromium';
  if (existsSync(debian)) return chromium.launchServer({ executablePath: debian, args: FLAGS });
  const installed = await chromium.launchServer({ channel: 'chrome' }).catch(() => undefined);
  if (installed !== undefined || process.platform !== 'linux' || process.arch !== 'x64') return installed;
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launchServer({ executablePath: await packed.executablePath(), args: FLAGS });
}

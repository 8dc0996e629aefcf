import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

/** Starts Debian's Chromium or an installed Chrome; undefined when there is neither. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const debian = '/usr/bin/chromium';
  if (existsSync(debian)) return chromium.launch({ executablePath: debian, args: FLAGS });
  return chromium.launch({ channel: 'chrome' }).catch(() => undefined);
}

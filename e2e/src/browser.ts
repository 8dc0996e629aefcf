import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findModules } from './modules.ts';
import type { Places } from './places.ts';
import { servePage } from './serve-page.ts';

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

/**
 * Runs the calls in a page of the browser.
 *
 * @param consumer the folder where the packed client is installed
 */
export async function runInBrowser(browser: Browser, consumer: string, places: Places): Promise<unknown> {
  // The mock allows no other origin, as AX Cloud does not: a page reaches it through its own server.
  const server = await servePage(consumer, places.mock, await findModules(consumer));
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const own = JSON.stringify({
      ...places,
      mock: `${server.url}/mock`,
      redirecting: `${server.url}/redirecting`,
    });
    return await page.evaluate(`import('/page.mjs').then(({ run }) => run(${own}))`);
  } finally {
    server.close();
  }
}

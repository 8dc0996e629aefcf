import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

let connected: Promise<Browser> | undefined;

/** Whether there is a browser; without one, what needs it is skipped by this name. */
export const hasBrowser = inject('shared').browser !== undefined;

/** The title of tests that need a browser. */
export function inBrowser(title: string): string {
  return hasBrowser ? title : `${title} (skipped: neither Chromium nor Chrome is installed)`;
}

/** What a page asked for and complained about. */
export interface Seen {
  /** Requests to another server. */
  elsewhere: string[];
  problems: string[];
}

/** Opens a page of the shared site in a profile of its own, and notes what it asks for and what it complains about. */
export async function visit<Result>(
  path: string,
  look: (page: Page, seen: Seen) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const { url, browser } = inject('shared');
  connected ??= chromium.connect(browser ?? '');
  const context = await (await connected).newContext({ viewport: { width: 1440, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const seen = await watch(page, url);
    await page.goto(url + path);
    return await look(page, seen);
  } finally {
    await context.close();
  }
}

async function watch(page: Page, url: string): Promise<Seen> {
  const seen: Seen = { elsewhere: [], problems: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) seen.elsewhere.push(request.url());
  });
  // Chromium says nothing on the console of some violations of the policy.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`${violatedDirective} forbids ${blockedURI}`);
    });
  });
  page.on('requestfailed', (request) => seen.problems.push(`${request.url()} failed`));
  page.on('response', (response) => {
    if (response.status() >= 400) seen.problems.push(`${response.url()} ${response.status()}`);
  });
  page.on('pageerror', (error) => seen.problems.push(error.message));
  page.on('console', (message) => seen.problems.push(message.text()));
  return seen;
}

/** Whether an element's beginning is in the window and shown. */
export function inView(page: Page, id: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const element = document.getElementById(wanted);
    const box = element?.getBoundingClientRect();
    return (
      element?.checkVisibility() === true && box !== undefined && box.top >= -1 && box.top < innerHeight - 1
    );
  }, id);
}

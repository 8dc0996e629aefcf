import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** One browser for all test files of this process. */
let started: Promise<Browser> | undefined;

/** Whether there is a browser. Without one, the tests that need it are skipped. */
export const hasBrowser = inject('shared').browser !== undefined;

/** A title for tests that need a browser. It says why they are skipped. */
export function inBrowser(title: string): string {
  return hasBrowser ? title : `${title} (skipped: neither Chromium nor Chrome is installed)`;
}

/** What a page requested, and its problems. */
export interface Seen {
  /** Requests to another server. */
  elsewhere: string[];
  problems: string[];
}

/** An open page, with its requests and problems so far. */
export interface Visit {
  page: Page;
  seen: Seen;
  /** Loads another page, or the same page again. */
  load(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a page of the shared site in its own profile, and records its requests to other servers and its problems. */
export async function visit<Result>(
  path: string,
  look: (page: Page, seen: Seen) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const { page, seen, close } = await openPage(path, options);
  try {
    return await look(page, seen);
  } finally {
    await close();
  }
}

/**
 * Opens one page for all tests of a `describe`, because opening a page takes longer than checking it. Tests that store or change
 * something use {@link visit}.
 */
export function shareVisit(path = '404.html', options: BrowserContextOptions = {}): () => Visit {
  let shared: Visit;
  beforeAll(async () => {
    shared = await openPage(path, options);
  });
  afterAll(() => shared?.close());
  return () => shared;
}

async function openPage(path: string, options: BrowserContextOptions): Promise<Visit> {
  const { url, browser } = inject('shared');
  started ??= chromium.launch(browser);
  const context = await (await started).newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const close = () => context.close();
  try {
    const page = await context.newPage();
    const seen = await watch(page, url);
    const load = async (next: string) => {
      // Going to another anchor of the same page would load nothing.
      await page.goto('about:blank');
      await page.goto(url + next);
      return page;
    };
    await load(path);
    return { page, seen, load, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function watch(page: Page, url: string): Promise<Seen> {
  const seen: Seen = { elsewhere: [], problems: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) seen.elsewhere.push(request.url());
  });
  // Chromium does not log some policy violations on the console.
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

/** Whether the top of an element is visible in the window. */
export function inView(page: Page, id: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const element = document.getElementById(wanted);
    const box = element?.getBoundingClientRect();
    return (
      element?.checkVisibility() === true && box !== undefined && box.top >= -1 && box.top < innerHeight - 1
    );
  }, id);
}

/** Opens the search, types a query and waits for the first result. */
export async function search(page: Page, query: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.locator('#search').click();
  await dialog.getByRole('textbox').fill(query);
  await dialog.getByRole('link').first().waitFor();
}

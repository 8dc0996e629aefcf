import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** One for all files that this process runs. */
let started: Promise<Browser> | undefined;

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

/** An open page, and what it asked for and complained about until now. */
export interface Visit {
  page: Page;
  seen: Seen;
  /** Loads a page in the place of the one that is open, or the same one anew. */
  load(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a page of the shared site in a profile of its own, and notes what it asks for and what it complains about. */
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
 * Opens a page for all tests of a `describe`, one after another: to open one takes longer than to look at it. Tests that store or
 * change something have {@link visit}.
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
      // From one place of a page to another one, nothing would be loaded.
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

/** Opens the search and types, until something is found. */
export async function search(page: Page, query: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.locator('#search').click();
  await dialog.getByRole('textbox').fill(query);
  await dialog.getByRole('link').first().waitFor();
}

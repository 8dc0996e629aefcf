import { loadLedger } from '@ax-cloud/contract/ledger';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Docs, startDocs } from '../src/index.ts';
import { loadShownContract } from '../src/shown-contract.ts';
import { launchBrowser } from './browser.ts';
import { type BuiltSite, buildSite, PAGES } from './site.ts';

const browser = await launchBrowser();
const title = browser ? 'In a browser' : 'In a browser (skipped: neither Chromium nor Chrome is installed)';

describe.skipIf(browser === undefined)(title, () => {
  let site: BuiltSite;
  let docs: Docs;
  beforeAll(async () => {
    site = await buildSite();
    docs = await startDocs({ port: 0, root: site.root });
  });
  afterAll(async () => {
    await browser?.close();
    await docs.close();
    await site.remove();
  });

  it.each(PAGES)(
    'every page in $language asks no other server and logs no problem',
    async ({ reference, questions, language }) => {
      const { contract } = await loadShownContract(language);
      const field = contract.request.fields.at(-1)?.name ?? '';
      for (const path of [reference, questions]) {
        await visit(path, async (page, seen) => {
          await page.getByRole('navigation').first().waitFor();
          if (path === reference) await openSearch(page, field);
          expect(seen.elsewhere).toEqual([]);
          expect(seen.problems).toEqual([]);
        });
      }
    },
  );

  it.each(PAGES)(
    'Redoc takes over the prerendered page in $language instead of rendering it again',
    async ({ reference }) => {
      await visit(reference, async (page) => {
        await page.addInitScript(() => {
          // The document is read, and no module has run.
          document.addEventListener('readystatechange', () => {
            if (document.readyState !== 'interactive') return;
            document.querySelector('#redoc h1')?.classList.add('prerendered');
          });
        });
        await page.reload();
        await hydrated(page);
        expect(await page.locator('#redoc h1.prerendered').count()).toBe(1);
      });
    },
  );

  it.each(PAGES)('every code sample in $language can be chosen', async ({ reference, language }) => {
    const { samples } = await loadShownContract(language);
    await visit(reference, async (page) => {
      await hydrated(page);
      let current = samples[0]?.label ?? '';
      for (const { label, source } of samples) {
        const button = page.getByRole('button', { name: current, exact: true });
        // As a reader has it who uses it: not at the lower edge of the window, below which the menu would open.
        await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await button.click();
        await page.getByRole('menuitem', { name: label, exact: true }).click();
        await expect.poll(() => page.locator('pre:visible').first().textContent()).toBe(source);
        current = label;
      }
    });
  });

  it('the other language is one click away, on every page and back', async () => {
    const [ko, en] = PAGES;
    for (const name of ['reference', 'questions'] as const) {
      await visit(ko[name], async (page) => {
        await page.getByRole('link', { name: 'English' }).click();
        await page.waitForURL(`${docs.url}${en[name]}`);
        expect(await page.getAttribute('html', 'lang')).toBe('en');
        await page.getByRole('link', { name: '한국어' }).click();
        await page.waitForURL(`${docs.url}${ko[name]}`);
        expect(await page.getAttribute('html', 'lang')).toBe('ko');
      });
    }
  });

  it('the introduction leads to the questions, and an anchor to its question', async () => {
    const [first] = (await loadLedger()).questions;
    await visit('en/index.html', async (page) => {
      await hydrated(page);
      await page.getByRole('main').getByRole('link', { name: 'open questions' }).click();
      await page.waitForURL(`${docs.url}en/questions.html`);
      await page.goto(`${docs.url}en/questions.html#${first?.id}`);
      await expect.poll(() => inView(page, `#${first?.id} h3`)).toBe(true);
    });
  });

  it('a prerendered link, opened as an address, shows its place and not an error', async () => {
    await visit('en/index.html#other/canceltourorder/responses', async (page) => {
      await hydrated(page);
      expect(await page.locator('.not-found-page').count()).toBe(0);
      await expect.poll(() => inView(page, '[id="other/canceltourorder/responses"]')).toBe(true);
    });
    await visit('en/index.html#nowhere', async (page) => {
      await hydrated(page);
      expect(await page.locator('.not-found-page').count()).toBe(0);
    });
  });

  it.each(PAGES)('no status or short word in $language is broken within a table', async ({ reference }) => {
    await visit(reference, async (page) => {
      await hydrated(page);
      for (const width of [1400, 1100, 400]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, ...(await brokenInTables(page)) }).toEqual({ width, seen: true, broken: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });

  it('prints what the screen shows on a click only', async () => {
    await visit('index.html', async (page) => {
      await hydrated(page);
      expect(await page.locator('.supplement').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.supplement').isVisible()).toBe(true);
      expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    });
  });

  /** Opens a page in a profile of its own, and notes what it asks for and what it complains about. */
  async function visit(
    path: string,
    look: (page: Page, seen: { elsewhere: string[]; problems: string[] }) => Promise<void>,
  ): Promise<void> {
    const context = await browser?.newContext();
    const page = await context?.newPage();
    if (page === undefined) throw new Error('The browser opened no page.');
    const seen = { elsewhere: [] as string[], problems: [] as string[] };
    page.on('request', (request) => {
      if (!request.url().startsWith(docs.url) && !request.url().startsWith('data:'))
        seen.elsewhere.push(request.url());
    });
    // Chromium says nothing on the console when the policy forbids evaluating a text.
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
    page.on('console', (message) => {
      // Redoc greets on the console.
      if (message.type() !== 'info') seen.problems.push(message.text());
    });
    await page.goto(docs.url + path);
    await look(page, seen);
    await context?.close();
  }
});

/** Waits until Redoc answers to clicks: its search button loses the word that says that it is loading. */
async function hydrated(page: Page): Promise<void> {
  await page.getByTestId('search-trigger').getByText('Ctrl+K').or(page.getByText('⌘K')).first().waitFor();
}

async function openSearch(page: Page, wanted: string): Promise<void> {
  await hydrated(page);
  await page.getByTestId('search-trigger').click();
  await page.keyboard.type(wanted);
  await page.getByText(wanted).last().waitFor();
}

function inView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.top < innerHeight;
  }, selector);
}

/** The texts of up to four characters in tables that stand on two lines. */
function brokenInTables(page: Page): Promise<{ seen: boolean; broken: string[] }> {
  return page.evaluate(() => {
    const texts: { text: string; lines: number }[] = [];
    for (const element of document.querySelectorAll('table *')) {
      const text = element.textContent?.trim() ?? '';
      if (element.children.length > 0 || text === '' || text.length > 4) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      texts.push({ text, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size });
    }
    return { seen: texts.length > 0, broken: texts.filter(({ lines }) => lines > 1).map(({ text }) => text) };
  });
}

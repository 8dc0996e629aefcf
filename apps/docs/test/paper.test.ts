import { loadContract } from '@ax-cloud/contract/contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { block } from '../src/html.ts';
import { linkQuestions } from '../src/question-links.ts';
import { EVERY_PAGE, PAGES, squeeze, visibleText } from './site.ts';
import { hasBrowser, inBrowser, inView, shareVisit, visit } from './visit.ts';

describe.skipIf(!hasBrowser)(inBrowser('On paper'), () => {
  it.each(PAGES)(
    'every text of the contract in $language occurs as often as in the contract',
    async (pages) => {
      const { document } = await loadContract(pages.language);
      const wanted = countTexts(descriptionsIn(document).flatMap((text) => blocksOf(text, pages.language)));
      expect(wanted.size).toBeGreaterThan(50);
      await visit(pages.reference, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const printed = countTexts(await printedBlocks(page));
        const other = [...wanted].filter(([text, count]) => printed.get(text) !== count);
        expect(other.map(([text, count]) => ({ text, count, printed: printed.get(text) }))).toEqual([]);
      });
    },
  );

  it.each(PAGES)('every sample and example in $language is visible, as dark text on white', async (pages) => {
    await visit(
      pages.reference,
      async (page) => {
        const hidden = () =>
          page.locator('pre').evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
        expect(await hidden()).toBeGreaterThan(0);
        await page.emulateMedia({ media: 'print' });
        expect(await hidden()).toBe(0);
        expect(await page.locator('button:visible, input:visible').count()).toBe(0);
        expect(await colours(page)).toEqual({ page: 'rgb(255, 255, 255)', text: 'rgb(26, 28, 33)' });
      },
      { colorScheme: 'dark' },
    );
  });

  it.each(PAGES)(
    'closed details on the page of questions in $language are visible',
    async ({ questions }) => {
      await visit(questions, async (page) => {
        const hidden = () =>
          page
            .locator('details > :not(summary)')
            .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
        expect(await hidden()).toBeGreaterThan(20);
        await page.emulateMedia({ media: 'print' });
        expect(await hidden()).toBe(0);
      });
    },
  );
});

describe.skipIf(!hasBrowser)(inBrowser('Without JavaScript'), () => {
  const options = { javaScriptEnabled: false, colorScheme: 'dark' } as const;
  const visited = shareVisit(undefined, options);

  it.each(EVERY_PAGE)('%s hides controls that need a script, and keeps the dark theme', async (path) => {
    const page = await visited().load(path);
    for (const needsScript of ['#search', '#theme', '#send', '.copy'])
      expect(await page.locator(`${needsScript}:visible`).count()).toBe(0);
    expect((await colours(page)).page).toBe('rgb(27, 29, 34)');
  });

  it('samples, examples and responses can be chosen', async () => {
    await visit(
      'en/index.html',
      async (page) => {
        await page.locator('.try .tabs > label').nth(1).click();
        await page.locator('.choice label').nth(1).click();
        expect(await page.locator('.try .tabs pre:visible').allTextContents()).toEqual([
          expect.stringContaining('Unavoidable cancel'),
        ]);
        await page.locator('label[for="status/404"]').click();
        expect(await inView(page, 'other/canceltourorder/response/404')).toBe(true);
      },
      options,
    );
  });

  it('a link into a closed tab opens the tab', async () => {
    const place = 'other/canceltourorder/t=response&c=404&path=detail';
    await visit(`index.html#${place}`, async (page) => expect(await inView(page, place)).toBe(true), options);
  });
});

/** Every description of a document that readers see. Tags are left out: a page with one operation does not show them. */
function descriptionsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'tags' || key === 'value') return [];
    if (key === 'x-enumDescriptions') return Object.values(value).map(String);
    return key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value);
  });
}

/** The visible text of each paragraph and list item of a Markdown text. */
function blocksOf(markdown: string, language: 'ko' | 'en'): string[] {
  return block(linkQuestions(markdown, language))
    .split(/<\/?(?:p|li|ul|ol|h\d|table|tr|td|th)\b[^>]*>/)
    .map(visibleText)
    .filter((text) => text !== '');
}

function printedBlocks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = 'main :is(p, li, td, h1, h2, h3, h4, h5, .endpoint li span)';
    return [...document.querySelectorAll(selector)]
      .filter(
        (element) => element.checkVisibility() && element.querySelector('p, li, .endpoint li span') === null,
      )
      .map((element) => element.textContent ?? '');
  });
}

function countTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts.map(squeeze)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function colours(page: Page): Promise<{ page: string; text: string }> {
  return page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { page: backgroundColor, text: color };
  });
}

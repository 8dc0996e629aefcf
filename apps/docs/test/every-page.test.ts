import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { violations } from './axe.ts';
import { brokenInTables, leadsSomewhere, linksAndAnchors, tabThrough } from './page-checks.ts';
import { EVERY_PAGE } from './site.ts';
import { hasBrowser, inBrowser, search, shareVisit, type Visit } from './visit.ts';

const KILOBYTE = 1000;
const DESK = { width: 1440, height: 900 };
const SCREENS = [
  { screen: 'light', scheme: 'light', size: DESK },
  { screen: 'dark', scheme: 'dark', size: DESK },
  { screen: 'phone', scheme: 'light', size: { width: 375, height: 812 } },
] as const;
const { url, folder } = inject('shared');

// One visit is enough, because no script reads the window size or the colour scheme when it loads.
describe.skipIf(!hasBrowser).each([...EVERY_PAGE, '404.html'])(inBrowser('%s'), (path) => {
  const visited = shareVisit(path);

  it('has no dead link and no duplicate anchor', async () => {
    const { links, twice } = await linksAndAnchors(visited().page);
    expect(twice).toEqual([]);
    const dead: string[] = [];
    for (const link of new Set(links)) if (!(await leadsSomewhere(link))) dead.push(link);
    expect(dead).toEqual([]);
  });

  // The 404 page has neither tables nor a search, and few links.
  if (path !== '404.html') testPage(path, visited);

  it.each(SCREENS)('has no axe violation in any tab ($screen)', async ({ scheme, size }) => {
    const { page } = visited();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    // Show all tabs at once. The page's security policy blocks a style element.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.panel, .variants > * { display: block !important }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await violations(page)).toEqual([]);
  });
});

/** The promises of a page of the docs itself. The first test is the first to do anything on it. */
function testPage(path: string, visited: () => Visit): void {
  it('loads at most 30 kB in all, with gzip, before the reader does anything', async () => {
    const { page } = visited();
    await page.waitForLoadState('networkidle');
    const entries = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    const files = [path, ...entries.map((name) => name.slice(url.length))];
    expect(files.length).toBeGreaterThan(2);
    const sizes = await Promise.all(
      [...new Set(files)].map(async (file) => (await readFile(join(folder, `${file}.gz`))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(30 * KILOBYTE);
  });

  it('lets Tab reach every control in reading order', async () => {
    const { wanted, reached } = await tabThrough(visited().page);
    expect(wanted).toBeGreaterThan(10);
    expect(reached).toEqual(Array.from({ length: wanted }, (_, index) => index));
  });

  it.each([1400, 1100, 375, 320])(
    'breaks no short word in a table and does not overflow at a width of %i',
    async (width) => {
      const { page } = visited();
      await page.setViewportSize({ width, height: 800 });
      expect(await brokenInTables(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  it('requests nothing from another server and reports no error, not even during a search', async () => {
    const { page, seen } = visited();
    await page.setViewportSize(DESK);
    await search(page, 'ax_status');
    expect(seen).toEqual({ elsewhere: [], problems: [] });
    await page.keyboard.press('Escape');
  });
}

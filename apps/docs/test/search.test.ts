import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { describe, expect, inject, it } from 'vitest';
import { GUIDES } from '../src/guide.ts';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import type { SearchIndex } from '../src/search-index.ts';
import { PAGES, readSite } from './site.ts';
import { hasBrowser, inBrowser, inView, search, shareVisit, visit } from './visit.ts';

const { url, folder } = inject('shared');
const samples = samplesOf(await loadContract(), await loadTemplates());

/** The name of the index that a page loads. */
async function indexFile(reference: string): Promise<string> {
  const [, file = ''] = /data-index="(?:\.\.?\/)([^"]+)"/.exec(await readSite(reference)) ?? [];
  return file;
}

describe.each(PAGES)('The search index in $language', ({ reference }) => {
  it('is at most 25 kB with gzip', async () => {
    const { length } = await readFile(join(folder, `${await indexFile(reference)}.gz`));
    expect(length).toBeLessThanOrEqual(25_000);
  });

  it('has every page, and every entry once', async () => {
    const index: SearchIndex = JSON.parse(await readSite(await indexFile(reference)));
    expect(index).toHaveLength(GUIDES.length + 2);
    const things = index.flatMap(([, , entries]) => entries.map(([title, , text]) => `${title}\n${text}`));
    expect(things.filter((thing, at) => things.indexOf(thing) !== at)).toEqual([]);
    const codes = (await loadScenarios()).map(({ code }) => code);
    const titles = index.flatMap(([, , entries]) => entries.map(([title]) => title));
    expect(codes.filter((code) => !titles.some((title) => title.includes(code)))).toEqual([]);
  });

  it('links only to places that exist', async () => {
    const index: SearchIndex = JSON.parse(await readSite(await indexFile(reference)));
    for (const [, file, entries] of index) {
      const html = await readSite(file);
      const places = entries.map(([, anchor]) => anchor.replaceAll('&', '&amp;'));
      expect(places.filter((place) => place !== '' && !html.includes(` id="${place}"`))).toEqual([]);
    }
  });
});

describe.skipIf(!hasBrowser)(inBrowser('A reader who searches'), () => {
  const visited = shareVisit();

  it.each([
    // Inside a word, and with other spaces than in the text.
    ['index.html', '주문코드', 'ax_order_code'],
    ['index.html', '주문 코드', 'ax_order_code'],
    ['index.html', '아닙니', ''],
    ['index.html', '429', '429 · throttled'],
    ['index.html', 'channel status', 'channel_status'],
    ['index.html', '감싼', ''],
    ['en/index.html', 'timeout', ''],
    ['en/index.html', 'time-out', ''],
    ['en/index.html', 'not applied', 'not-applied'],
    ['en/questions.html', 'envelop', ''],
  ])('on %s for "%s" finds it and can follow the first result', async (path, query, title) => {
    const page = await visited().load(path);
    await search(page, query);
    const links = page.getByRole('dialog').getByRole('link');
    const found = await links.evaluateAll((all) =>
      all.map((link) => link.querySelector('span')?.textContent ?? ''),
    );
    expect(found.some((one) => one.includes(title))).toBe(true);
    const href = await links.first().evaluate((link) => (link as HTMLAnchorElement).href);
    await links.first().click();
    await page.waitForURL((now) => now.href === href);
    const place = decodeURIComponent(new URL(href).hash.slice(1));
    if (place !== '') await expect.poll(() => inView(page, place)).toBe(true);
  });

  it('sees titles before texts, and titles that begin with the query first', async () => {
    const page = await visited().load('en/index.html');
    await search(page, 'comment');
    const titles = await page
      .getByRole('dialog')
      .locator('li span')
      .evaluateAll((all) => all.map(({ textContent }) => textContent?.toLowerCase() ?? ''));
    const ranks = titles.map((title) =>
      title.startsWith('comment') ? 0 : title.includes('comment') ? 1 : 2,
    );
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
    expect(ranks).toEqual(ranks.toSorted());
  });

  it('sees the page of each result', async () => {
    const page = await visited().load('en/index.html');
    await search(page, 'envelope');
    const results = await page
      .getByRole('dialog')
      .locator('li a')
      .evaluateAll((all) =>
        all.map((link) => [link.querySelector('em')?.textContent, (link as HTMLAnchorElement).pathname]),
      );
    const pages = new Map(results as [string, string][]);
    expect(pages.get('Open questions')).toMatch(/questions\.html$/);
    expect(pages.get('API reference')).toMatch(/index\.html$/);
  });

  it('finds each code sample by its name and by a word that no other sample has', async () => {
    await visit('en/index.html', async (page) => {
      for (const { label, sources } of samples) {
        const [source = ''] = [...sources.values()];
        const others = samples
          .filter((sample) => sample.label !== label)
          .flatMap((one) => [...one.sources.values()]);
        const own = (source.match(/[a-z_]\w{6,}/gi) ?? []).find(
          (word) => !others.some((other) => other.toLowerCase().includes(word.toLowerCase())),
        );
        for (const query of [label, own ?? label]) {
          await search(page, query);
          const hrefs = await page
            .getByRole('dialog')
            .getByRole('link')
            .evaluateAll((all) => all.map((link) => [link.textContent, (link as HTMLAnchorElement).hash]));
          const sample = hrefs.find(([text, hash]) => text?.includes(label) && hash?.startsWith('#sample/'));
          expect({ query, found: sample !== undefined }).toEqual({ query, found: true });
        }
        await page
          .getByRole('dialog')
          .getByRole('link', { name: `: ${label}` })
          .first()
          .click();
        await expect
          .poll(() => page.locator('.try .tabs pre:visible').first().textContent())
          .toBe(source.trimEnd());
      }
    });
  });

  it('loads the index only on first use', async () => {
    await visit('en/index.html', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        const file = request.url().slice(url.length);
        if (file.startsWith('search')) asked.push(file);
      });
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
      await search(page, 'comment');
      expect(asked).toEqual([expect.stringMatching(/^search-/), expect.stringMatching(/^search-en-/)]);
    });
  });
});

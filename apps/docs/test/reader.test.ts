import { loadContract } from '@ax-cloud/contract/contract';
import { describe, expect, inject, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { PAGES } from './site.ts';
import { hasBrowser, inBrowser, inView, search, shareVisit, visit } from './visit.ts';

const { url } = inject('shared');

describe.skipIf(!hasBrowser)(inBrowser('A reader'), () => {
  it.each(PAGES)('sees endpoint and first sample in $language without scrolling', async ({ reference }) => {
    await visit(reference, async (page) => {
      const [endpoint, sample] = await Promise.all(
        ['.endpoint', '.try pre'].map((one) => page.locator(one).first().boundingBox()),
      );
      expect((endpoint?.y ?? 900) + (endpoint?.height ?? 900)).toBeLessThan(600);
      expect(sample?.y).toBeLessThan(650);
    });
  });

  it.each(PAGES)('chooses each example and each programming language in $language', async (pages) => {
    const contract = await loadContract(pages.language);
    const samples = samplesOf(contract, await loadTemplates());
    await visit(pages.reference, async (page) => {
      const shown = () => page.locator('.tabs pre:visible').first().textContent();
      for (const [name, { summary, value }] of Object.entries(contract.request.examples)) {
        await page.locator('.choice label', { hasText: summary }).click();
        for (const { label, sources } of samples) {
          await page.locator('.try .tabs > label').getByText(label, { exact: true }).click();
          expect(await shown()).toBe(sources.get(name)?.trimEnd());
        }
        await page.locator('.try .tabs > label').last().click();
        expect(await shown()).toBe(JSON.stringify(value, null, 2));
        const response = await page.locator('.response pre:visible').allTextContents();
        expect(response).toEqual([JSON.stringify(contract.success.examples[name]?.value, null, 2)]);
      }
    });
  });

  it('copies the visible sample, and sees a confirmation', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await visit(
      'en/index.html',
      async (page) => {
        const block = page.locator('.try .code:visible').first();
        await block.getByRole('button', { name: 'Copy' }).click();
        await expect.poll(() => page.locator('.said').textContent()).toBe('Copied');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          await block.locator('code').textContent(),
        );
      },
      { permissions },
    );
  });

  it('changes the language and back, and stays at the same place', async () => {
    const places = ['section/how-certain-is-this', 'other/canceltourorder/t=request&path=comment'];
    for (const place of places) {
      await visit(`en/index.html#${place}`, async (page) => {
        await page.getByRole('link', { name: '한국어' }).click();
        await page.waitForURL(`${url}index.html#**`);
        expect(await page.getAttribute('html', 'lang')).toBe('ko');
        await expect.poll(() => inView(page, place)).toBe(true);
        await page.getByRole('link', { name: 'English' }).click();
        await page.waitForURL(`${url}en/index.html#**`);
        await expect.poll(() => inView(page, place)).toBe(true);
      });
    }
  });
});

describe.skipIf(!hasBrowser)(inBrowser('A reader'), () => {
  const visited = shareVisit();

  it.each([
    ['#/other/canceltourorder', 'other/canceltourorder'],
    ['#/other/canceltourorder#other/canceltourorder/responses', 'other/canceltourorder/responses'],
    ['#/section/how-certain-is-this', 'section/how-certain-is-this'],
    [
      '#section/%EC%9D%B4-%EB%AC%B8%EC%84%9C%EB%8A%94-%EC%96%BC%EB%A7%88%EB%82%98-%ED%99%95%EC%8B%A4%ED%95%9C%EA%B0%80',
      'section/how-certain-is-this',
    ],
    [
      '#other/canceltourorder/t=response&c=404&path=detail',
      'other/canceltourorder/t=response&c=404&path=detail',
    ],
    ['#/other/canceltourorder#other/canceltourorder/t=response&c=400&path=gone', 'other/canceltourorder'],
    ['#sample/python', 'sample/python'],
  ])('reaches the right place with the URL %s of the former reference', async (hash, place) => {
    const page = await visited().load(`index.html${hash}`);
    await expect.poll(() => inView(page, place)).toBe(true);
  });

  it.each([
    ['index.html', '취소 상태', 'index.html'],
    ['index.html', '429', 'index.html'],
    ['index.html', '감싼', 'questions.html'],
    ['en/index.html', 'comment', 'en/index.html'],
    ['en/questions.html', 'envelop', 'en/questions.html'],
    ['en/index.html', 'python', 'en/index.html'],
    ['index.html', '재시도', 'errors.html'],
    ['index.html', '멱등성', 'errors.html'],
    ['en/index.html', 'timeout', 'en/errors.html'],
    ['en/start.html', 'idempotency', 'en/errors.html'],
  ])('who searches on %s for "%s" finds it', async (path, query, where) => {
    const page = await visited().load(path);
    await search(page, query);
    const links = page.getByRole('dialog').getByRole('link');
    const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.filter((href) => href.startsWith(url + where))).not.toEqual([]);
    await links.first().click();
    await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
  });
});

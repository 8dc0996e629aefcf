import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { PAGES } from './site.ts';
import { hasBrowser, inBrowser, inView, visit } from './visit.ts';

describe.skipIf(!hasBrowser)(inBrowser('Accessibility'), () => {
  it.each(PAGES)('axe finds no violation in the search dialog in $language', async ({ reference }) => {
    await visit(reference, async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('textbox').fill('4');
      await page.getByRole('dialog').getByRole('link').first().waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });

  it('a sample, an example and a response can be chosen by keyboard', async () => {
    await visit('en/index.html', async (page) => {
      await page.locator('[name=example]').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('[name=sample]').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.try .tabs pre:visible').allTextContents()).toEqual([
        expect.stringContaining('Unavoidable cancel'),
      ]);
      expect(await page.locator('[name=sample]').nth(2).isChecked()).toBe(true);
      await page.locator('#menu').getByRole('link', { name: '404' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => inView(page, 'other/canceltourorder/response/404')).toBe(true);
    });
  });

  it('in the search, Escape returns to the button and Enter follows the first result', async () => {
    await visit('en/index.html', async (page) => {
      await page.locator('#search').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('textbox').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
      await page.keyboard.press('Enter');
      await page.keyboard.type('how certain');
      await page.getByRole('dialog').getByRole('link').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => inView(page, 'section/how-certain-is-this')).toBe(true);
    });
  });

  it('the phone menu opens and closes by keyboard, and Enter follows a link in it', async () => {
    await visit(
      'index.html',
      async (page) => {
        const menu = page.locator('#menu');
        expect(await menu.isVisible()).toBe(false);
        await page.locator('.menu-button').focus();
        await page.keyboard.press('Enter');
        expect(await menu.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await menu.isVisible()).toBe(false);
        await page.keyboard.press('Enter');
        await menu.locator('a[href="#section/how-certain-is-this"]').press('Enter');
        expect(await menu.isVisible()).toBe(false);
        await expect.poll(() => inView(page, 'section/how-certain-is-this')).toBe(true);
      },
      { viewport: { width: 375, height: 812 } },
    );
  });
});

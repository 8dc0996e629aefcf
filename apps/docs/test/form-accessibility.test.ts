import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { choose, OWN_KEY, openForm, part, sendForm } from './form-page.ts';
import { hasBrowser, inBrowser, visit } from './visit.ts';

const SCREENS: readonly [screen: string, path: string, options: BrowserContextOptions][] = [
  ['light', 'index.html', { colorScheme: 'light' }],
  ['dark', 'en/index.html', { colorScheme: 'dark' }],
  ['phone', 'index.html', { viewport: { width: 375, height: 812 } }],
  ['narrow phone', 'en/index.html', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
];

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, cors: true });
});
afterAll(() => mock.close());

describe.skipIf(!hasBrowser)(inBrowser('Accessibility of the form'), () => {
  it.each(SCREENS)('axe finds no violation before and after a response (%s)', async (_, path, options) => {
    await visit(
      path,
      async (page) => {
        await openForm(page, mock.url);
        expect(await violations(page)).toEqual([]);
        for (const name of ['not-applied', 'throttled', '403 · ']) {
          await choose(page, name);
          await sendForm(page);
          await page.locator('.form summary').click();
          // A response changes only the form.
          expect(await violations(page, '.form')).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        }
      },
      { ...options, bypassCSP: true },
    );
  });

  it('the keyboard opens the form, reaches every control in reading order, sends, and closes the form', async () => {
    await visit('en/index.html', async (page) => {
      await page.locator('#send').press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('send/case');
      expect(await page.locator('#send').getAttribute('aria-expanded')).toBe('true');
      const wanted = await page
        .locator('.form :is(select, input, textarea, button, summary):visible')
        .evaluateAll((all) => all.map(({ id, textContent }) => id || textContent));
      const reached = ['send/case'];
      while (reached.length < wanted.length) {
        await page.keyboard.press('Tab');
        reached.push(
          await page.evaluate(
            () => document.activeElement?.id || String(document.activeElement?.textContent),
          ),
        );
      }
      expect(reached).toEqual(wanted);
      await part(page, 'server').fill(mock.url);
      await part(page, 'key').fill(OWN_KEY);
      await part(page, 'key').press('Enter');
      await page.locator('[id="send/said"].verified').waitFor();
      await page.locator('#send').press('Enter');
      await page.locator('.form').waitFor({ state: 'hidden' });
      expect(await page.locator('#send').getAttribute('aria-expanded')).toBe('false');
    });
  });

  it('the result of a request is announced', async () => {
    await visit('en/index.html', async (page) => {
      await openForm(page, mock.url);
      await sendForm(page);
      expect(await page.getByRole('status').filter({ hasText: 'Verified' }).getAttribute('id')).toBe(
        'send/said',
      );
    });
  });
});

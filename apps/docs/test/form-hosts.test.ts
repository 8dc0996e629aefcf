import { loadContract } from '@ax-cloud/contract/contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectedCancel } from './expected-cancel.ts';
import { openForm, part, sendForm } from './form-page.ts';
import { hasBrowser, inBrowser, visit } from './visit.ts';

const contract = await loadContract();
const expected = expectedCancel(contract);
const { status, body } = expected.response;
const serverOf = (environment: string) =>
  new URL(contract.servers.find((server) => server.environment === environment)?.url ?? '');
const [production, test] = [serverOf('production'), serverOf('test')];

/** The requests of a page to servers other than its own. */
function watchRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) sent.push(request.url());
  });
  return sent;
}

describe.skipIf(!hasBrowser)(inBrowser('The form'), () => {
  it.each([
    production.origin,
    production.origin.toUpperCase(),
    `${production.origin}.`,
    `https://user:word@${production.host}`,
    `http://${production.host}:8080`,
    `${production.origin}/v1`,
    ` ${production.origin} `,
  ])('sends nothing to %s, where real orders are cancelled', async (server) => {
    await visit('en/index.html', async (page) => {
      const sent = watchRequests(page);
      await openForm(page, server);
      await page.locator('.form [type=submit]').click();
      await expect.poll(() => part(page, 'said').textContent()).toContain("AX Cloud's production");
      expect(await part(page, 'curl').textContent()).toBe('');
      expect(sent).toEqual([]);
    });
  });

  it.each([
    ['127.0.0.1:4010', 'not a valid URL'],
    ['ftp://127.0.0.1', 'not a valid URL'],
    ['http://ax.example.com', 'Plain http'],
    ['https://ax.example.com/v1', 'scheme, host and port only'],
    ['https://user:word@ax.example.com', 'scheme, host and port only'],
  ])('sends nothing to %s, and leads to the field', async (server, problem) => {
    await visit('en/index.html', async (page) => {
      const sent = watchRequests(page);
      await openForm(page, server);
      await page.locator('.form [type=submit]').click();
      await expect.poll(() => part(page, 'said').textContent()).toContain(problem);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('send/server');
      expect(sent).toEqual([]);
    });
  });

  it("asks before each request to AX Cloud's test server", async () => {
    const headers = { 'access-control-allow-origin': '*' };
    await visit('en/index.html', async (page) => {
      const sent: string[] = [];
      await page.route(`${test.origin}/**`, (route) => {
        sent.push(route.request().url());
        return route.fulfill({ status, headers, json: body });
      });
      const asked: string[] = [];
      const answers = [false, true, false];
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        return answers[asked.length - 1] ? dialog.accept() : dialog.dismiss();
      });
      await openForm(page, test.origin);
      await page.locator('.form [type=submit]').click();
      expect([asked.length, sent.length]).toEqual([1, 0]);
      expect(asked[0]).toContain(test.host);
      expect((await sendForm(page)).outcome).toBe('verified');
      expect(sent).toEqual([test.origin + expected.target]);
      await page.locator('.form [type=submit]').click();
      expect([asked.length, sent.length]).toEqual([3, 1]);
    });
  });
});

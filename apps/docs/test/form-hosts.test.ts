import { loadContract } from '@ax-cloud/contract/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectedCancel } from './expected-cancel.ts';
import { openForm, part, sendForm } from './form-page.ts';
import { hasBrowser, inBrowser, shareVisit, visit } from './visit.ts';

const contract = await loadContract();
const expected = expectedCancel(contract);
const { status, body } = expected.response;
const serverOf = (environment: string) =>
  new URL(contract.servers.find((server) => server.environment === environment)?.url ?? '');
const [production, test] = [serverOf('production'), serverOf('test')];

describe.skipIf(!hasBrowser)(inBrowser('The form sends nothing'), () => {
  const visited = shareVisit('en/index.html');
  beforeAll(() => openForm(visited().page, ''));

  /** Sends to a server, and returns the message that the form shows. */
  async function sendTo(server: string): Promise<string | null> {
    const { page } = visited();
    await part(page, 'said').evaluate((said) => said.replaceChildren());
    await part(page, 'server').fill(server);
    await page.locator('.form [type=submit]').click();
    await expect.poll(() => part(page, 'said').textContent()).not.toBe('');
    return part(page, 'said').textContent();
  }

  it.each([
    production.origin,
    production.origin.toUpperCase(),
    `${production.origin}.`,
    `https://user:word@${production.host}`,
    `http://${production.host}:8080`,
    `${production.origin}/v1`,
    ` ${production.origin} `,
  ])('to %s, where real orders are cancelled', async (server) => {
    expect(await sendTo(server)).toContain("AX Cloud's production");
    const { page, seen } = visited();
    expect(await part(page, 'curl').textContent()).toBe('');
    expect(seen.elsewhere).toEqual([]);
  });

  it.each([
    ['127.0.0.1:4010', 'not a valid URL'],
    ['ftp://127.0.0.1', 'not a valid URL'],
    ['http://ax.example.com', 'Plain http'],
    ['https://ax.example.com/v1', 'scheme, host and port only'],
    ['https://user:word@ax.example.com', 'scheme, host and port only'],
  ])('to %s, and moves the focus to the field', async (server, problem) => {
    expect(await sendTo(server)).toContain(problem);
    const { page, seen } = visited();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('send/server');
    expect(seen.elsewhere).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)(inBrowser('The form'), () => {
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

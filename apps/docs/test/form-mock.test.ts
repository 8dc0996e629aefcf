import { createChannelClient } from '@ax-cloud/channel-client';
import { type RunningMock, startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_TEXTS } from '../src/form/form-texts.ts';
import { choose, OWN_KEY, openForm, part, sendForm, shortenWait } from './form-page.ts';
import { PAGES } from './site.ts';
import { hasBrowser, inBrowser, shareVisit, visit } from './visit.ts';

const contract = await loadContract();
const scenarios = await loadScenarios();
const { path, orderCode } = contract;
const pathOf = (code: string) => path.replace(`{${orderCode.name}}`, code);

let [mock, closed] = [] as unknown as [RunningMock, RunningMock];
beforeAll(async () => {
  mock = await startMock({ port: 0, cors: true });
  closed = await startMock({ port: 0 });
});
afterAll(() => Promise.all([mock.close(), closed.close()]));

/** The requests that the mock received for an order. */
async function requestsFor(code: string): Promise<{ status: number | null; body: unknown }[]> {
  const response = await fetch(`${mock.url}/_mock/requests`);
  const { requests } = (await response.json()) as {
    requests: { url: string; status: number | null; body: unknown }[];
  };
  return requests.filter(({ url }) => url === pathOf(code));
}

describe.skipIf(!hasBrowser)(inBrowser('A reader who sends to the mock'), () => {
  it.each(PAGES)(
    'sees in $language that the response repeats the request',
    async ({ language, reference }) => {
      await visit(reference, async (page) => {
        await openForm(page, mock.url);
        const { outcome, said } = await sendForm(page);
        expect(outcome).toBe('verified');
        const { outcomes, isMock } = FORM_TEXTS[language];
        for (const text of [outcomes.verified, isMock, ...Object.keys(contract.success.echoes)])
          expect(said).toContain(text);
        expect(await part(page, 'status').textContent()).toBe(`HTTP ${contract.success.status}`);
        expect(JSON.parse((await part(page, 'received').textContent()) ?? '')).toMatchObject({
          [orderCode.name]: orderCode.example,
        });
        expect(await part(page, 'headers').textContent()).toContain('x-ax-channel-mock: ');
      });
    },
  );

  it('is offered each documented refusal, and gets it', async () => {
    const documented = documentedExamples(contract).filter(
      ({ status }) => status !== contract.success.status,
    );
    expect(documented.length).toBeGreaterThan(5);
    await visit('en/index.html', async (page) => {
      await openForm(page, mock.url);
      for (const { status, summary, value } of documented) {
        await choose(page, `${status} · ${summary}`);
        const { outcome, said } = await sendForm(page);
        expect({ summary, outcome }).toEqual({ summary, outcome: 'rejected' });
        expect(said).toContain('The contract documents');
        expect(await part(page, 'status').textContent()).toBe(`HTTP ${status}`);
        const received = JSON.parse((await part(page, 'received').textContent()) ?? '');
        expect({ summary, fields: Object.keys(received) }).toEqual({
          summary,
          fields: Object.keys(value as object),
        });
      }
    });
  });

  it('gets the same outcome as the client in each scenario', async () => {
    const channel = createChannelClient({ apiKey: OWN_KEY, baseUrl: mock.url, retries: 0, timeoutMs: 1000 });
    await visit('en/index.html', async (page) => {
      await shortenWait(page, 1);
      await openForm(page, mock.url);
      for (const { name, code } of scenarios) {
        const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel' });
        await choose(page, `· ${name}`);
        expect(await part(page, 'order').inputValue()).toBe(code);
        const { outcome } = await sendForm(page);
        expect({ name, outcome }).toEqual({ name, outcome: result.ok ? 'verified' : result.error.outcome });
      }
    });
  });

  it('is told how to start the mock if it does not allow pages of other origins', async () => {
    await visit('index.html', async (page) => {
      await openForm(page, closed.url);
      const { outcome, said } = await sendForm(page);
      expect(outcome).toBe('unknown');
      expect(said).toContain('pnpm mock --cors');
    });
    const response = await fetch(`${closed.url}/_mock/requests`);
    // Only the preflight: the browser never sent the request itself.
    expect(((await response.json()) as { requests: { method: string }[] }).requests).toEqual([
      expect.objectContaining({ method: 'OPTIONS' }),
    ]);
  });

  it('sends the body that the form shows, made from the fields or written by hand', async () => {
    await visit('en/index.html', async (page) => {
      await openForm(page, mock.url);
      const code = '6f2e8a10-0000-4000-8000-00000000abcd';
      await part(page, 'order').fill(code);
      await part(page, 'field/comment').fill('it\'s "so"');
      await part(page, 'field/ax_status').selectOption('');
      expect((await sendForm(page)).outcome).toBe('rejected');
      await part(page, 'body').fill('{ "ax_status": "New", "channel_status": "New" }');
      expect(await part(page, 'field/comment').inputValue()).toBe('');
      expect((await sendForm(page)).said).toContain('not a cancel');
      const sent = (await requestsFor(code)).map(({ status, body }) => [status, JSON.parse(String(body))]);
      expect(sent).toEqual([
        [400, { channel_status: 'Traveler cancel', comment: 'it\'s "so"' }],
        [200, { ax_status: 'New', channel_status: 'New' }],
      ]);
    });
  });

  it('leaves no traces, and the key is only in its field', async () => {
    await visit('en/index.html', async (page) => {
      const before = await page.evaluate(() => [history.length, location.href]);
      await openForm(page, mock.url);
      await sendForm(page);
      await choose(page, 'not-applied');
      await sendForm(page);
      expect(await part(page, 'curl').textContent()).toContain('"Authorization: Token $AX_API_KEY"');
      const left = await page.evaluate(() => ({
        stored: [localStorage.length, sessionStorage.length, document.cookie],
        place: [history.length, location.href],
        page: document.documentElement.outerHTML,
        fields: Array.from(
          document.querySelectorAll<HTMLInputElement>('.form :is(input, select, textarea)'),
          ({ id, value, autocomplete }) => ({ id, value, autocomplete }),
        ),
      }));
      expect(left.stored).toEqual([0, 0, '']);
      expect(left.place).toEqual(before);
      expect(left.page).not.toContain(OWN_KEY);
      expect(left.fields.filter(({ value }) => value.includes(OWN_KEY)).map(({ id }) => id)).toEqual([
        'send/key',
      ]);
      expect(left.fields.filter(({ autocomplete }) => autocomplete !== 'off')).toEqual([]);
      expect(await part(page, 'key').getAttribute('type')).toBe('password');
      await page.reload();
      await page.locator('#send').click();
      expect(await part(page, 'key').inputValue()).toBe('');
    });
  });
});

describe.skipIf(!hasBrowser)(inBrowser('A reader whose request to the mock fails'), () => {
  const visited = shareVisit('en/index.html');
  beforeAll(async () => {
    await shortenWait(visited().page, 1);
    await openForm(visited().page, mock.url);
  });

  it.each([
    ['no-response', 'No complete response within 1 seconds'],
    ['redirect-elsewhere', 'redirected the request. It was not followed'],
    ['throttled', 'turned the request away'],
    ['html-502', 'does not document 502'],
    ['not-applied', '"Traveler cancel", received "New"'],
    ['truncated-json', 'not what the contract describes'],
    ['cut', 'ended within the body of this 200'],
    ['reset-after-reading', 'the browser does not say why'],
  ])('is told why, and the request is sent once: %s', async (name, why) => {
    const code = scenarios.find((scenario) => scenario.name === name)?.code ?? '';
    const before = (await requestsFor(code)).length;
    const { page } = visited();
    await choose(page, `· ${name}`);
    expect((await sendForm(page)).said).toContain(why);
    expect(await requestsFor(code)).toHaveLength(before + 1);
  });
});

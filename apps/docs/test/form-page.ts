import type { Locator, Page } from 'playwright-core';

/** A key like a reader's. */
export const OWN_KEY = 'f3c1e07a9b2d4e58';

/** A control or another element of the form. */
export function part(page: Page, id: string): Locator {
  return page.locator(`[id="send/${id}"]`);
}

/** Opens the form and enters a key and a server. */
export async function openForm(page: Page, server: string, key = OWN_KEY): Promise<void> {
  await page.locator('#send').click();
  await part(page, 'server').fill(server);
  await part(page, 'key').fill(key);
}

/** Chooses a case by a part of its name. */
export async function choose(page: Page, name: string): Promise<void> {
  const label = await part(page, 'case')
    .locator('option')
    .evaluateAll(
      (options, wanted) => options.map(({ textContent }) => textContent).find((one) => one?.includes(wanted)),
      name,
    );
  await part(page, 'case').selectOption({ label: label ?? name });
}

/** Sends the form and waits for the verdict. */
export async function sendForm(page: Page): Promise<{ outcome: string; said: string }> {
  await page.locator('.form [type=submit]').click();
  const said = page.locator('[id="send/said"]:is(.verified, .rejected, .unknown)');
  await said.waitFor();
  return { outcome: (await said.getAttribute('class')) ?? '', said: (await said.textContent()) ?? '' };
}

/** Shortens the time that the form waits for a response. */
export async function shortenWait(page: Page, seconds: number): Promise<void> {
  await changeForm(page, (form) => ({ ...form, seconds }));
}

/** Changes the data of the form when the page loads them. */
export async function changeForm(page: Page, change: (form: object) => object): Promise<void> {
  await page.route('**/send-*.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });
}

import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** The URLs of a page's links, and its duplicate anchors. */
export function linksAndAnchors(page: Page): Promise<{ links: string[]; twice: string[] }> {
  return page.evaluate(() => {
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    return {
      links: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href),
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
    };
  });
}

const known = new Map<string, Promise<string>>();

/** Whether a link leads to a page of the shared site and to an anchor of that page. */
export async function leadsSomewhere(link: string): Promise<boolean> {
  const { hash, href } = new URL(link);
  const page = href.slice(0, href.length - hash.length);
  if (!page.startsWith(inject('shared').url)) return false;
  if (!known.has(page))
    known.set(
      page,
      fetch(page).then((response) => (response.ok ? response.text() : '')),
    );
  const html = (await known.get(page)) ?? '';
  const id = decodeURIComponent(hash.slice(1)).replaceAll('&', '&amp;');
  return html !== '' && (id === '' || html.includes(` id="${id}"`));
}

/** The texts of up to four characters in tables that are broken into two lines. */
export function brokenInTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('table *')].filter((element) => {
      const text = element.textContent?.trim() ?? '';
      return element.children.length === 0 && text !== '' && text.length <= 4;
    });
    return elements.flatMap((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set([...range.getClientRects()].map(({ top }) => top));
      return lines.size > 1 ? [element.textContent ?? ''] : [];
    });
  });
}

/** Presses Tab from the top of the page until the focus leaves it. Returns the number of controls and the indexes reached. */
export async function tabThrough(page: Page): Promise<{ wanted: number; reached: number[] }> {
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')];
    // Tab reaches only the checked button of a radio group.
    const controls = all.filter(
      (control) => control.checkVisibility() && !(control instanceof HTMLInputElement && !control.checked),
    );
    const reached: (string | undefined)[] = [];
    for (const [index, control] of controls.entries()) control.dataset.order = String(index);
    document.addEventListener('focusin', ({ target }) => reached.push((target as HTMLElement).dataset.order));
    document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null) reached.push(undefined);
    });
    Object.assign(globalThis, { reached });
    return controls.length;
  });
  for (let presses = 0; presses <= wanted; presses += 1) await page.keyboard.press('Tab');
  const reached = await page.evaluate(
    () => (globalThis as unknown as { reached: (string | undefined)[] }).reached,
  );
  const end = reached.indexOf(undefined);
  return { wanted, reached: reached.slice(0, end === -1 ? undefined : end).map(Number) };
}

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Runs axe on a page or a part of it. Returns the rule and the element of each violation.
 *
 * @param part the CSS selector of the part
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(selector ?? document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, part);
}

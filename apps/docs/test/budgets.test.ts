import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { EVERY_PAGE, PAGES, readSite } from './site.ts';

const KILOBYTE = 1000;

describe('The script of a page', () => {
  it('is at most 5 kB', async () => {
    const html = await readSite('index.html');
    const [, file = ''] = /<script src="\.\/([^"]+)"/.exec(html) ?? [];
    const [, inline = ''] = /<script>([^<]+)<\/script>/.exec(html) ?? [];
    expect((await readSite(file)).length + inline.length).toBeLessThanOrEqual(5 * KILOBYTE);
  });
});

describe('The script of the form', () => {
  it('is at most 8 kB, minified but not compressed, and is loaded only on first use', async () => {
    for (const { reference } of PAGES) {
      const html = await readSite(reference);
      const [, script = ''] = /data-send-script="\.\.?\/([^"]+)"/.exec(html) ?? [];
      expect((await readSite(script)).length).toBeLessThanOrEqual(8 * KILOBYTE);
      expect(html.split(script)).toHaveLength(2);
    }
  });

  it('inserts valid HTML', async () => {
    for (const { reference } of PAGES) {
      const [, file = ''] = /data-send-form="\.\.?\/([^"]+)"/.exec(await readSite(reference)) ?? [];
      const { html }: { html: string } = JSON.parse(await readSite(file));
      const page = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><form autocomplete="off">${html}</form></body></html>`;
      expect(await problemsOf(page)).toEqual([]);
    }
  });
});

describe.each([...EVERY_PAGE, '404.html'])('%s', (path) => {
  it('is valid HTML, except for the ids with a space that Redoc gives to additional fields', async () => {
    const html = await readSite(path);
    const messages = await problemsOf(html);
    const aboutSpaces = messages.filter(({ message }) =>
      /^(?:element id|Attribute "id" has invalid value) "[^"]* [^"]*"/.test(message),
    );
    expect(messages.filter((message) => !aboutSpaces.includes(message))).toEqual([]);
    // Two rules report each of them.
    expect(aboutSpaces).toHaveLength(2 * (html.match(/ id="[^"]*\s[^"]*"/g)?.length ?? 0));
  });
});

/** Validates the HTML of a page. */
async function problemsOf(html: string): Promise<{ ruleId: string; message: string; line: number }[]> {
  const report = await new HtmlValidate({
    extends: ['html-validate:standard'],
    // Ids have slashes and equals signs, so that links to the former reference still work.
    rules: { 'valid-id': ['error', { relaxed: true }], 'no-inline-style': 'error' },
  }).validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })),
  );
}

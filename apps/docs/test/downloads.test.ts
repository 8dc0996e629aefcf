import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { marked } from 'marked';
import { describe, expect, inject, it } from 'vitest';
import { parseContent } from '../src/places.ts';
import { EVERY_PAGE, readSite } from './site.ts';
import { hasBrowser, inBrowser, visit } from './visit.ts';

const { url } = inject('shared');
const MARKDOWN = EVERY_PAGE.map((page) => page.replace(/html$/, 'md'));

/** The content type of a download, by its file name. */
function typeOf(file: string): string {
  if (file.endsWith('.schema.json')) return 'application/schema+json; charset=utf-8';
  const types: Record<string, string> = {
    '.md': 'text/markdown; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.yaml': 'application/yaml; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
  };
  return types[posix.extname(file)] ?? '';
}

/** Markdown as HTML. */
function shown(markdown: string): Element {
  return parseContent(marked.parse(markdown, { async: false }));
}

/** The targets of a page's download links, as paths from the root of the site. */
async function linkedFrom(page: string): Promise<string[]> {
  const html = await readSite(page);
  const [, menu = ''] = /<p class="downloads">(.*?)<\/p>/s.exec(html) ?? [];
  return [...menu.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => posix.join(posix.dirname(page), href));
}

describe('The downloads', () => {
  it.each(EVERY_PAGE)('of %s exist and have the right content type', async (page) => {
    const files = await linkedFrom(page);
    const korean = page.startsWith('en/') ? '' : '.ko';
    for (const wanted of [
      `openapi${korean}.yaml`,
      `openapi${korean}.json`,
      `openapi-3.0${korean}.yaml`,
      `openapi-3.0${korean}.json`,
      `cancel-tour-order${korean}.postman_collection.json`,
      page.replace(/html$/, 'md'),
      'llms.txt',
    ])
      expect(files).toContain(wanted);
    for (const file of files) {
      const response = await fetch(url + file);
      const found = { file, status: response.status, type: response.headers.get('content-type') };
      expect(found).toEqual({ file, status: 200, type: typeOf(file) });
    }
  });

  it.each(['index.html', 'en/index.html'])('are listed in the downloads section of %s', async (page) => {
    const [, section = ''] = (await readSite(page)).split(/<section id="section\/downloads"/);
    const files = [...section.matchAll(/href="(\.[^"#]+)"/g)].map(([, href = '']) =>
      posix.join(posix.dirname(page), href),
    );
    for (const file of [
      ...(await linkedFrom(page)),
      'schemas/source.schema.json',
      'schemas/report.schema.json',
    ])
      expect(files).toContain(file);
    for (const file of files) {
      const response = await fetch(url + file);
      const found = { file, status: response.status, type: response.headers.get('content-type') };
      expect(found).toEqual({ file, status: 200, type: typeOf(file) });
    }
  });

  it.each(['source', 'report', 'scenarios', 'generated-clients'])(
    'include the JSON Schema "%s" of the repository, and it compiles',
    async (name) => {
      const own = new URL(import.meta.resolve(`@ax-cloud/channel-spec/${name}.schema.json`));
      const text = await readSite(`schemas/${name}.schema.json`);
      expect(text).toBe(await readFile(own, 'utf8'));
      expect(new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text))).toBeTypeOf(
        'function',
      );
    },
  );

  describe.skipIf(!hasBrowser)(inBrowser('on a phone'), () => {
    it('are in the menu', () =>
      visit(
        'en/start.html',
        async (page) => {
          const link = page.locator('#menu .downloads a').filter({ hasText: 'Postman' });
          expect(await link.isVisible()).toBe(false);
          await page.getByRole('button', { name: 'Contents' }).click();
          await link.scrollIntoViewIfNeeded();
          expect(await link.isVisible()).toBe(true);
          const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
          expect(download.suggestedFilename()).toBe('cancel-tour-order.postman_collection.json');
        },
        { viewport: { width: 390, height: 740 }, hasTouch: true },
      ));
  });
});

describe('llms.txt', () => {
  it('has a title, a summary, and every page in both languages under a heading', async () => {
    const text = await readSite('llms.txt');
    expect(text).toMatch(/^# \S.*\n\n> \S.*\n\n/);
    const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(([, href]) => href);
    for (const page of MARKDOWN) expect(links).toContain(page);
    expect(links.length).toBe(text.split('\n').filter((line) => line.startsWith('- ')).length);
    // The format allows only lists of links below a heading.
    const [, ...sections] = text.split(/^## .*\n/m);
    for (const section of sections)
      expect(section.split('\n').filter((line) => line !== '' && !line.startsWith('- ['))).toEqual([]);
  });
});

const anchors = new Map<string, Promise<ReadonlySet<string | null>>>();

/** The anchors of a Markdown file, which is parsed once. Empty if the file does not exist. */
function anchorsOf(file: string): Promise<ReadonlySet<string | null>> {
  const known =
    anchors.get(file) ??
    readSite(file).then(
      (text) => new Set(Array.from(shown(text).querySelectorAll('a[id]'), (link) => link.getAttribute('id'))),
      () => new Set(),
    );
  anchors.set(file, known);
  return known;
}

async function isThere(file: string, anchor: string | undefined): Promise<boolean> {
  if (anchor !== undefined) return (await anchorsOf(file)).has(anchor);
  return readSite(file).then(
    () => true,
    () => false,
  );
}

describe.each([...MARKDOWN, 'llms.txt'])('Each link of %s', (file) => {
  it('leads to a file of the site, and to an anchor in it', async () => {
    const links = Array.from(shown(await readSite(file)).querySelectorAll('a[href]'), (link) =>
      String(link.getAttribute('href')),
    );
    const dead: string[] = [];
    for (const link of links.filter((one) => !/^\w+:/.test(one))) {
      const [href = '', anchor] = link.split('#');
      const target = href === '' ? file : posix.join(posix.dirname(file), href);
      if (!(await isThere(target, anchor)) || target.endsWith('.html')) dead.push(link);
    }
    expect(dead).toEqual([]);
  });
});

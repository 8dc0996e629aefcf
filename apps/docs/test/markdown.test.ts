import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../src/downloads/markdown.ts';
import { writeMarkdown } from '../src/downloads/page-markdown.ts';
import { parseContent } from '../src/places.ts';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { EVERY_PAGE, PAGES, plain, readSite, squeeze, visibleText } from './site.ts';

/** A page without content. */
const bare = {
  name: 'start',
  language: 'en',
  title: 'T',
  description: 'D',
  menu: [],
  entries: [],
} as const;

const OPTIONS = { anchors: new Set<string>(), languages: new Map<string, string>(), example: 'Example' };
const markdownOf = (page: string) => readSite(page.replace(/html$/, 'md'));
/** The visible text of Markdown. */
const shown = (markdown: string) => visibleText(marked.parse(markdown, { async: false }));

describe.each(EVERY_PAGE)('The Markdown of %s', (page) => {
  it('says everything that the page says', async () => {
    const [html, text] = [await readSite(page), shown(await markdownOf(page))];
    const [, content = ''] = html.split(/<main[^>]*>/);
    const main = parseContent(content.split('</main>')[0] ?? '');
    for (const control of main.querySelectorAll('form, fieldset, svg, dialog, button')) control.remove();
    const parts = Array.from(
      main.querySelectorAll('h1, h2, h3, h4, h5, p, th, td, pre, li, dt, cite, .tabs > label'),
      ({ textContent }) => squeeze(textContent ?? ''),
    );
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('begins with a title, and its only HTML is line breaks in tables and anchors of links', async () => {
    const markdown = await markdownOf(page);
    expect(markdown).toMatch(/^# \S/);
    const html: string[] = [];
    marked.walkTokens(marked.lexer(markdown), (token) => {
      if (token.type === 'html') html.push(token.raw.trim());
    });
    expect(
      html.filter((raw) => !/^<br>$|^<a id="[^"<>]+">$|^<\/a>$|^<a id="[^"<>]+"><\/a>$/.test(raw)),
    ).toEqual([]);
  });

  it('is linked in the head of the page', async () => {
    const [, href = ''] =
      /<link rel="alternate" type="text\/markdown" href="([^"]+)">/.exec(await readSite(page)) ?? [];
    const folder = page.replace(/[^/]*$/, '');
    expect(await readSite(folder + href)).toBe(await markdownOf(page));
  });
});

describe.each(PAGES)('The Markdown of the reference in $language', ({ language, reference, questions }) => {
  it('has every text of the contract, every name and every value', async () => {
    const { document } = await loadContract(language);
    const text = shown(await markdownOf(reference));
    const wanted = wordsOf(document)
      .flatMap((part) => part.split(/\n{2,}|\n(?=\d\. |- )/))
      .map((part) => squeeze(plain(part.replace(/^(#+|\d\.|-) /, ''))));
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('has every code sample and every example unchanged, with the name of its language', async () => {
    const contract = await loadContract(language);
    const blocks = codeBlocks(await markdownOf(reference));
    const samples = samplesOf(contract, await loadTemplates()).flatMap(({ lang, sources }) =>
      Array.from(sources.values(), (source) => ({ lang: lang.toLowerCase(), text: source.trimEnd() })),
    );
    const examples = [contract.request, ...contract.responses].flatMap((holder) =>
      Object.values(holder.examples).map(({ value }) => ({
        lang: 'json',
        text: JSON.stringify(value, null, 2),
      })),
    );
    expect(samples.length).toBeGreaterThan(10);
    for (const block of [...samples, ...examples]) expect(blocks).toContainEqual(block);
  });

  it('gives each sample a heading of the same level, below the operation', async () => {
    const markdown = await markdownOf(reference);
    const labels = samplesOf(await loadContract(language), await loadTemplates()).map(({ label }) => label);
    const levels = labels.map((label) => markdown.split('\n').find((line) => line.endsWith(`# ${label}`)));
    expect(levels.map((line) => line?.split(' ')[0])).toEqual(labels.map(() => '###'));
  });

  it('has every question under its own anchor, with its readings', async () => {
    const markdown = await markdownOf(questions);
    for (const { id, title, readings } of (await loadLedger()).questions) {
      const [, article = ''] = markdown.split(`<a id="${id}"></a>`);
      const text = shown(article.split('\n## ')[0] ?? '');
      for (const part of [title, ...readings.map((reading) => reading.text)])
        expect({ id, said: text.includes(squeeze(plain(part[language]))) }).toEqual({ id, said: true });
    }
  });
});

describe('A page that becomes Markdown', () => {
  it('describes a picture in words', () => {
    const picture = (inside: string, attributes = '') =>
      `<p>Before</p><figure><svg${attributes}>${inside}</svg></figure>`;
    expect(toMarkdown(picture('<title>The order of checks</title><text>Key</text>'), OPTIONS)).toBe(
      'Before\n\nThe order of checks · Key',
    );
    expect(toMarkdown(picture('<text>Key</text>', ' aria-label="First the key"'), OPTIONS)).toBe(
      'Before\n\nFirst the key',
    );
    const described = '<title>Order</title><desc>First the key.</desc><text>Key</text>';
    expect(toMarkdown(picture(described), OPTIONS)).toBe('Before\n\nOrder · First the key.');
    const captioned = '<figure><img src="a.svg" alt="Key first"><figcaption>Key first</figcaption></figure>';
    expect(toMarkdown(captioned, OPTIONS)).toBe('Key first');
  });

  it('keeps text that is written in Markdown, without its HTML tags', () => {
    const text =
      'A <small>quiet `<b>` word</small>\n\n```xml\n<small>\n```\n\n<figure><svg><desc>A key.</desc></svg></figure>';
    const sections = [{ id: 'one', title: 'One', text }];
    const guide = { title: 'T', introduction: 'I.', sections };
    const main = '<p><a href="#one">One</a></p>';
    expect(writeMarkdown([{ ...bare, main, guide }], { samples: [] }, 'en')[0]?.markdown).toBe(
      '# T\n\nI.\n\n## <a id="one"></a>One\n\nA quiet `<b>` word\n\n```xml\n<small>\n```\n\nA key.\n',
    );
  });

  it('names the reading that it follows, and links to the Markdown of its question', () => {
    const pages = [{ ...bare, main: '<h1>T</h1><p><a href="errors.html">Errors</a></p>' }];
    const [written] = writeMarkdown(pages, { samples: [] }, 'en', ['response-envelope=enveloped']);
    expect(written?.markdown).toMatch(
      /^> .*\[response-envelope=enveloped\]\(questions\.md#response-envelope\)\n\n# T\n\n\[Errors\]\(errors\.md\)\n$/,
    );
    expect(writeMarkdown(pages, { samples: [] }, 'en')[0]?.markdown).toMatch(/^# T/);
  });

  it('drops controls, and keeps nested fields below their field', () => {
    const field =
      '<div class="field"><p class="head"><code>a</code></p><p>A.</p><div class="field"><p class="head"><code>b</code></p></div></div><div class="field"><p class="head"><code>c</code></p></div>';
    expect(toMarkdown(`<form><button>Send</button></form>${field}`, OPTIONS)).toBe(
      '- `a`\n\n  A.\n\n  - `b`\n\n- `c`',
    );
  });
});

/** The code blocks, without white space at their end. */
function codeBlocks(markdown: string): { lang: string; text: string }[] {
  const blocks: { lang: string; text: string }[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'code') blocks.push({ lang: token.lang ?? '', text: token.text.trimEnd() });
  });
  return blocks;
}

/** Every text for readers, every name of a field or parameter, every value of an enum, every URL. */
function wordsOf(node: unknown, key = ''): string[] {
  if (typeof node === 'string')
    return ['title', 'summary', 'description', 'name', 'url'].includes(key) ? [node] : [];
  if (typeof node !== 'object' || node === null || ['value', 'example', 'tags'].includes(key)) return [];
  if (key === 'x-enumDescriptions') return Object.values(node).map(String);
  if (key === 'enum') return Object.values(node).map(String);
  const own = key === 'properties' ? Object.keys(node) : [];
  const named = ['properties', 'schemas', 'x-codeSamples'].includes(key);
  return [...own, ...Object.entries(node).flatMap(([name, child]) => wordsOf(child, named ? '' : name))];
}

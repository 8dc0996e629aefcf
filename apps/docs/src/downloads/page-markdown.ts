import type { Language } from '@ax-cloud/contract/contract';
import { marked } from 'marked';
import type { Page } from '../pages.ts';
import { parseContent } from '../places.ts';
import type { FilledGuide } from '../render-guide.ts';
import type { ShownContract } from '../shown-contract.ts';
import { PAGES, pageLink } from '../site.ts';
import { TEXTS as SITE_TEXTS } from '../texts.ts';
import { toMarkdown } from './markdown.ts';
import type { PlainOptions } from './plain-html.ts';
import { TEXTS } from './texts.ts';

/** Markdown, before it is written to its file. */
export interface MarkdownPage {
  page: Page;
  markdown: string;
}

/**
 * Writes the pages of a language in Markdown. The guides are Markdown already; the reference and the questions are converted from
 * their published content. Links lead to the Markdown of the other pages.
 */
export function writeMarkdown(
  pages: readonly Page[],
  { samples }: Pick<ShownContract, 'samples'>,
  language: Language,
  readings: readonly string[] = [],
): MarkdownPage[] {
  const options: PlainOptions = {
    anchors: linkedAnchors(pages),
    languages: new Map(samples.map(({ label, lang }) => [label, lang.toLowerCase()])),
    example: TEXTS[language].example,
  };
  return pages.map((page) => {
    const written =
      page.guide === undefined ? toMarkdown(page.main, options) : guideToMarkdown(page.guide, options);
    return { page, markdown: `${readingNote(readings, language)}${linkMarkdown(written)}\n` };
  });
}

/** The anchors that the content of a page links to. Every heading links to itself. */
function linkedAnchors(pages: readonly Page[]): Set<string> {
  const links = pages.flatMap(({ main }) => Array.from(parseContent(main).querySelectorAll(LINKS)));
  return new Set(links.map((link) => link.getAttribute('href')?.replace(/^.*#/, '') ?? ''));
}

/** Links to a place of a page of the site. */
const LINKS = 'a[href*="#"]:not([href*=":"]):not(h1 > a, h2 > a, h3 > a)';

/** A page that is written in Markdown. */
function guideToMarkdown({ title, introduction, sections }: FilledGuide, options: PlainOptions): string {
  return [
    `# ${title}`,
    plainMarkdown(introduction, options),
    ...sections.flatMap((section) => [
      `## ${options.anchors.has(section.id) ? `<a id="${section.id}"></a>` : ''}${section.title}`,
      plainMarkdown(section.text, options),
    ]),
  ].join('\n\n');
}

/** Markdown without HTML, with the same content. */
function plainMarkdown(markdown: string, options: PlainOptions): string {
  const parts = marked.lexer(markdown).map(({ type, raw }) => {
    if (type === 'html') return `${toMarkdown(raw, options)}\n\n`;
    return type === 'code' ? raw : raw.replace(CODE_OR_TAG, (found) => (found.startsWith('`') ? found : ''));
  });
  return parts.join('').trim();
}

/** Code, which is kept, or a tag in a sentence. `<br>` is kept, too, because cells of Markdown tables have no other line break. */
const CODE_OR_TAG = /(`+)[^`][\s\S]*?\1(?!`)|<\/?(?!a\b|br\b)[a-z]+(?:\s[^<>]*)?>/g;

/** Links to the Markdown of a page instead of the page. */
function linkMarkdown(markdown: string): string {
  return markdown.replace(PAGE_LINK, '$1.md$2');
}

const PAGE_LINK = new RegExp(`(\\]\\((?:\\.\\./|en/)?(?:${PAGES.join('|')}))\\.html(#[^)]*)?(?=\\))`, 'g');

function readingNote(readings: readonly string[], language: Language): string {
  if (readings.length === 0) return '';
  const page = pageLink(language, language, 'questions');
  const links = readings.map((reading) => `[${reading}](${linkOf(page)}#${reading.split('=')[0]})`);
  return `> ${SITE_TEXTS[language].underReadings} ${links.join(', ')}\n\n`;
}

function linkOf(page: string): string {
  return page.replace(/html$/, 'md');
}

import type { Language } from '@ax-cloud/contract/contract';
import { fillSlots, type Guide } from './guide.ts';
import type { Parts } from './guide-source.ts';
import { block, escapeHtml } from './html.ts';
import type { MenuEntry } from './menu.ts';
import { parseContent } from './places.ts';
import { linkQuestions } from './question-links.ts';
import { rowEntries, type SearchEntry, textWithout, wordsOf } from './search-entries.ts';
import { labelCells } from './table-labels.ts';
import { codeBlock } from './try-section.ts';

/** A page in one language, with its slots filled, in Markdown. */
export interface FilledGuide {
  title: string;
  introduction: string;
  sections: readonly { id: string; title: string; text: string }[];
}

/** Fills the slots of a page. */
export function fillGuide(guide: Guide, parts: Parts, language: Language, where: string): FilledGuide {
  const fill = (text: Guide['introduction'], place: string) =>
    linkQuestions(fillSlots(text[language], parts, `${where}, ${place} (${language}),`), language);
  return {
    title: guide.title[language],
    introduction: fill(guide.introduction, 'introduction'),
    sections: guide.sections.map(({ id, title, text }) => ({
      id,
      title: title[language],
      text: fill(text, id),
    })),
  };
}

/** The content of the page. */
export function renderGuide({ title, introduction, sections }: FilledGuide): string {
  return `<h1>${escapeHtml(title)}</h1>
<div class="prose">${block(introduction)}</div>
${sections.map((section) => `<section id="${section.id}">\n<h2><a href="#${section.id}">${escapeHtml(section.title)}</a></h2>\n${labelCells(withCode(block(section.text)))}\n</section>`).join('\n')}`;
}

/** Makes code copyable. Two blocks in a row, a request and its response, are shown side by side. */
function withCode(html: string): string {
  const pair = /(<pre>(?:(?!<\/pre>).)*<\/pre>)\s*(<pre>(?:(?!<\/pre>).)*<\/pre>)/gs;
  return html
    .replace(pair, '<div class="pair">\n$1\n$2\n</div>')
    .replace(/<pre>.*?<\/pre>/gs, (pre) => codeBlock(pre));
}

/** The menu of the page: its sections. */
export function guideMenu({ sections }: FilledGuide): MenuEntry[] {
  return sections.map(({ id, title }) => ({ href: `#${id}`, title }));
}

/** What the search finds on the page: its introduction, its sections with the words of their code, and the rows of their tables. */
export function guideEntries(content: string, page: string): SearchEntry[] {
  const main = parseContent(content);
  shortenCode(main);
  const introduction = main.querySelector('.prose');
  const title = main.querySelector('h1')?.textContent ?? '';
  const sections = Array.from(main.querySelectorAll('section'), (section): SearchEntry[] => {
    const href = `${page}#${section.id}`;
    const rows = Array.from(section.querySelectorAll('table'), (table) => rowEntries(table, href));
    const heading = section.querySelector('h2')?.textContent ?? '';
    return [[heading, href, textWithout(section, 'h2, table, svg')], ...rows.flat()];
  });
  return [[title, page, introduction === null ? '' : textWithout(introduction)], ...sections.flat()];
}

/** Reduces the code of a page to its words, each once. */
function shortenCode(main: Element): void {
  const seen = new Set<string>();
  for (const code of main.querySelectorAll('pre')) {
    const words = [...wordsOf(code)].filter((word) => !seen.has(word));
    for (const word of words) seen.add(word);
    code.textContent = words.join(' ');
  }
}

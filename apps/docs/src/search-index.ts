import type { Language } from '@ax-cloud/contract/contract';
import { replaceMarks } from '@ax-cloud/contract/marks';
import type { Navigation } from './frame.ts';
import type { Page } from './pages.ts';
import type { SearchEntry } from './search-entries.ts';
import { folder } from './site.ts';

/** What the search loads: for each page its name, its file from the root of the site, and its entries. */
export type SearchIndex = readonly (readonly [page: string, file: string, entries: readonly SearchEntry[]])[];

/** A sentence up to this length may repeat: it is a word or two of a table, which each row needs. */
const SHORT = 12;

/**
 * Makes the index of a language. A sentence that several pages share is found once, on the first of them. The link of an entry is
 * only its anchor.
 */
export function searchIndex(pages: readonly Page[], navigation: Navigation, language: Language): SearchIndex {
  const [said, things] = [new Set<string>(), new Set<string>()];
  return pages
    .filter((page) => page.language === language)
    .map(({ name, entries }) => {
      const isNew = (sentence: string) => sentence.length <= SHORT || !said.has(sentence);
      const own = entries.flatMap(([title, href, text]): SearchEntry[] => {
        const sentences = sentencesOf(withoutMarks(text));
        const rest = sentences.filter(isNew).join(' ');
        const isRepeated = [...sentencesOf(title), ...sentences].every((sentence) => said.has(sentence));
        const thing = JSON.stringify([title, rest]);
        if (isRepeated || things.has(thing)) return [];
        things.add(thing);
        return [[title, href.split('#')[1] ?? '', rest]];
      });
      // After the whole page, so that its own entries may share sentences.
      for (const [title, , text] of own)
        for (const sentence of [...sentencesOf(title), ...sentencesOf(text)]) said.add(sentence);
      return [navigation[language][name], `${folder(language)}${name}.html`, own] as const;
    });
}

/** Removes the names of questions: the search finds the questions themselves. */
function withoutMarks(text: string): string {
  return replaceMarks(text, () => '').replace(/ +(?=[.,:;)])/g, '');
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\s+·\s+|(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

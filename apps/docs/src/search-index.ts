import type { Language } from '@ax-cloud/contract/contract';
import type { Navigation } from './frame.ts';
import type { Page } from './pages.ts';
import type { SearchEntry } from './search-entries.ts';
import { folder } from './site.ts';

/** What the search loads: for each page its name, its file from the root of the site, and what is found on it. */
export type SearchIndex = readonly (readonly [page: string, file: string, entries: readonly SearchEntry[]])[];

/**
 * Makes the index of a language. A thing that several pages say in the same words is found once, on the first of them. The link
 * of an entry is the anchor alone.
 */
export function searchIndex(pages: readonly Page[], navigation: Navigation, language: Language): SearchIndex {
  const seen = new Set<string>();
  return pages
    .filter((page) => page.language === language)
    .map(({ name, entries }) => {
      const own = entries.flatMap(([title, href, text]): SearchEntry[] => {
        const thing = JSON.stringify([title, text]);
        if (seen.has(thing)) return [];
        seen.add(thing);
        return [[title, href.split('#')[1] ?? '', text]];
      });
      return [navigation[language][name], `${folder(language)}${name}.html`, own] as const;
    });
}

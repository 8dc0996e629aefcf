import type { Language } from '@ax-cloud/contract/contract';

/** The languages of the site, the first one at its root. */
export const LANGUAGES: readonly Language[] = ['ko', 'en'];

/** The pages of the site in the order of its navigation, each in both languages. */
export const PAGES = [
  'index',
  'start',
  'errors',
  'testing',
  'questions',
  'differences',
  'clients',
  'changelog',
  'help',
] as const;

/** A page of the site. */
export type PageName = (typeof PAGES)[number];

/** Where the site is built. */
export const DIST = new URL('../dist', import.meta.url);

/** The folder of a language below the root of the site, with a slash at its end; empty for the root. */
export function folder(language: Language): string {
  return language === 'ko' ? '' : `${language}/`;
}

/** The relative path from a page of a language to the root of the site. */
export function toRoot(language: Language): string {
  return language === 'ko' ? './' : '../';
}

/** The link from a page of one language to a page of the same or another language. */
export function pageLink(from: Language, to: Language, page: PageName): string {
  return from === to ? `${page}.html` : `${toRoot(from)}${folder(to)}${page}.html`;
}

/** The name of a language's contract at the root of the site: the same as in `spec/dist`. */
export function contractFile(language: Language, format: 'yaml' | 'json'): string {
  return `openapi${language === 'ko' ? '.ko' : ''}.${format}`;
}

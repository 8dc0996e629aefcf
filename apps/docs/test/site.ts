import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { folder, LANGUAGES, PAGES as NAMES } from '../src/site.ts';

/** The text of a file of the shared site. */
export function readSite(file: string): Promise<string> {
  return readFile(join(inject('shared').folder, file), 'utf8');
}

/** The pages of the site, by language. */
export const PAGES = [
  { language: 'ko', reference: 'index.html', questions: 'questions.html', bundle: 'openapi.ko' },
  { language: 'en', reference: 'en/index.html', questions: 'en/questions.html', bundle: 'openapi' },
] as const;

/** Every page with content. */
export const EVERY_PAGE = LANGUAGES.flatMap((language) =>
  NAMES.map((name) => `${folder(language)}${name}.html`),
);

/** The visible text of a page. White space is removed, because it differs between Markdown and HTML. */
export function visibleText(html: string): string {
  const text = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
  return squeeze(text);
}

/** A Markdown text without backticks and asterisks. */
export function plain(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}

/** A text without white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

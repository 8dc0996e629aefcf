import type { Language } from '@ax-cloud/contract/contract';
import { contractFile, type PageName, toRoot } from '../site.ts';
import { collectionFile, FORMATS, LLMS_FILE, olderContractFile } from './files.ts';
import { TEXTS } from './texts.ts';

/** The downloads in the menu of a page; undefined for the page of unknown addresses. */
export function renderDownloads(name: PageName | undefined, language: Language): string {
  const root = toRoot(language);
  const link = (file: string, text: string) => `<a href="${root}${file}" download>${text}</a>`;
  const formats = (fileOf: typeof contractFile) =>
    FORMATS.map((format) => link(fileOf(language, format), format.toUpperCase())).join(' · ');
  const lines = [
    `OpenAPI 3.1 ${formats(contractFile)}`,
    `OpenAPI 3.0 ${formats(olderContractFile)}`,
    `${link(collectionFile(language), 'Postman')} · <a href="${root}${LLMS_FILE}">${LLMS_FILE}</a>`,
    ...(name === undefined ? [] : [`<a href="${name}.md">${TEXTS[language].thisPage}</a>`]),
  ];
  return `<p class="downloads">${TEXTS[language].title}<br>\n${lines.join('<br>\n')}</p>`;
}

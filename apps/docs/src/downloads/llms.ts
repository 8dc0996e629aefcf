import type { Language } from '@ax-cloud/contract/contract';
import type { Navigation } from '../frame.ts';
import type { Page } from '../pages.ts';
import type { ShownContract } from '../shown-contract.ts';
import { contractFile, LANGUAGES } from '../site.ts';
import { TEXTS as SITE_TEXTS } from '../texts.ts';
import { collectionFile, markdownFile, olderContractFile, SCHEMAS, schemaFile } from './files.ts';
import { TEXTS } from './texts.ts';

/**
 * Writes `llms.txt` (https://llmstxt.org): what the site is about, and links to the Markdown of every page in both languages.
 *
 * @param base where the site is published, with a slash at its end; empty for links relative to the file
 */
export function writeLlms(
  pages: readonly Page[],
  shown: Readonly<Record<Language, ShownContract>>,
  navigation: Navigation,
  base: string,
): string {
  const link = (name: string, file: string, says: string) => `- [${name}](${base}${file}): ${oneLine(says)}`;
  const sections = LANGUAGES.toReversed().map((language) => {
    const own = pages.filter((page) => page.language === language);
    const links = own.map(({ name, description }) =>
      link(navigation[language][name], markdownFile(language, name), description),
    );
    return [`## ${SITE_TEXTS[language].switchHere}`, links.join('\n')].join('\n\n');
  });
  const texts = TEXTS.en;
  const files = LANGUAGES.toReversed().flatMap((language) => [
    link(contractFile(language, 'yaml'), contractFile(language, 'yaml'), TEXTS[language].contract),
    link(
      olderContractFile(language, 'yaml'),
      olderContractFile(language, 'yaml'),
      TEXTS[language].olderContract,
    ),
    link(collectionFile(language), collectionFile(language), TEXTS[language].postman),
  ]);
  const schemas = SCHEMAS.map((name) => link(`${name}.schema.json`, schemaFile(name), texts.schemas[name]));
  return [
    `# ${shown.en.title}`,
    `> ${shown.en.summary}`,
    texts.about,
    TEXTS.ko.about,
    ...sections,
    `## ${texts.title}`,
    files.join('\n'),
    '## Optional',
    schemas.join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleUrl, type Language } from '@ax-cloud/contract/contract';
import { stringify } from 'yaml';
import type { FrameOptions } from '../frame.ts';
import type { Node } from '../node.ts';
import type { Page } from '../pages.ts';
import { contractFile, LANGUAGES } from '../site.ts';
import type { SiteSource } from '../site-source.ts';
import {
  collectionFile,
  FORMATS,
  LLMS_FILE,
  markdownFile,
  olderContractFile,
  SCHEMAS,
  schemaFile,
} from './files.ts';
import { writeLlms } from './llms.ts';
import { writeMarkdown } from './page-markdown.ts';
import { createCollection } from './postman.ts';

/**
 * Writes all downloads: the contracts, their conversions to OpenAPI 3.0, the Postman collections, the pages in Markdown, `llms.txt`
 * and the JSON Schemas.
 */
export async function writeDownloads(
  site: string,
  { shown }: SiteSource,
  pages: readonly Page[],
  { baseUrl, navigation, readings }: FrameOptions,
): Promise<void> {
  await mkdir(join(site, dirname(schemaFile('report'))), { recursive: true });
  await Promise.all(
    LANGUAGES.map(async (language) => {
      const { contract, older } = shown[language];
      await copyContract(site, language);
      await writeOlderContract(site, older.document, language);
      await writeFile(join(site, collectionFile(language)), toJson(createCollection(contract, language)));
      const own = pages.filter((page) => page.language === language);
      for (const { page, markdown } of writeMarkdown(own, shown[language], language, readings))
        await writeFile(join(site, markdownFile(language, page.name)), markdown);
    }),
  );
  await writeFile(join(site, LLMS_FILE), writeLlms(pages, shown, navigation, baseUrl ?? ''));
  await Promise.all(
    SCHEMAS.map((name) => {
      const own = new URL(import.meta.resolve(`@ax-cloud/channel-spec/${name}.schema.json`));
      return copyFile(own, join(site, schemaFile(name)));
    }),
  );
}

async function copyContract(site: string, language: Language): Promise<void> {
  const json = fileURLToPath(bundleUrl(language));
  for (const format of FORMATS)
    await copyFile(json.replace(/json$/, format), join(site, contractFile(language, format)));
}

async function writeOlderContract(site: string, document: Node, language: Language): Promise<void> {
  const texts = { yaml: stringify(document, { lineWidth: 0 }), json: toJson(document) };
  for (const format of FORMATS)
    await writeFile(join(site, olderContractFile(language, format)), texts[format]);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

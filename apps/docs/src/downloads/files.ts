import type { Language } from '@ax-cloud/contract/contract';
import { contractFile, folder, type PageName } from '../site.ts';

/** The formats of a contract. */
export const FORMATS = ['yaml', 'json'] as const;

/** The name of a language's contract in OpenAPI 3.0 at the root of the site: `openapi-3.0.ko.yaml`. */
export function olderContractFile(language: Language, format: (typeof FORMATS)[number]): string {
  return contractFile(language, format).replace('openapi', 'openapi-3.0');
}

/** The name of a language's Postman collection at the root of the site, as Postman names its exports. */
export function collectionFile(language: Language): string {
  return `cancel-tour-order${language === 'ko' ? '.ko' : ''}.postman_collection.json`;
}

/** The place of a page's Markdown below the root of the site, beside the page. */
export function markdownFile(language: Language, page: PageName): string {
  return `${folder(language)}${page}.md`;
}

/** The list of all Markdown pages, at the root of the site (https://llmstxt.org). */
export const LLMS_FILE = 'llms.txt';

/** The JSON Schemas of the files that the commands read and write, by their names in `@ax-cloud/channel-spec`. */
export const SCHEMAS = ['report', 'source', 'scenarios', 'generated-clients'] as const;

/** The name of a schema. */
export type SchemaName = (typeof SCHEMAS)[number];

/** The place of a schema below the root of the site. */
export function schemaFile(name: SchemaName): string {
  return `schemas/${name}.schema.json`;
}

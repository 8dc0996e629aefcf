import type { Language } from '@ax-cloud/contract/contract';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import { contractFile, toRoot } from '../site.ts';
import {
  collectionFile,
  FORMATS,
  LLMS_FILE,
  markdownFile,
  olderContractFile,
  SCHEMAS,
  schemaFile,
} from './files.ts';
import type { OlderContract } from './openapi-3.0.ts';
import { TEXTS } from './texts.ts';

/**
 * Lists the downloads, and how the contract in OpenAPI 3.0 differs, in Markdown: a section for the end of the contract's introduction.
 */
export function describeDownloads({ losses }: Pick<OlderContract, 'losses'>, language: Language): string {
  const texts = TEXTS[language];
  const link = (file: string) => `[${file.replace(/^.*\//, '')}](${toRoot(language)}${file})`;
  const rows: [files: string[], content: string][] = [
    [FORMATS.map((format) => contractFile(language, format)), texts.contract],
    [FORMATS.map((format) => olderContractFile(language, format)), texts.olderContract],
    [[collectionFile(language)], texts.postman],
    [[markdownFile(language, 'index')], texts.markdown],
    [[LLMS_FILE], texts.llms],
    ...SCHEMAS.map((name): [string[], string] => [[schemaFile(name)], texts.schemas[name]]),
  ];
  return [
    `# ${texts.title}`,
    '',
    markdownTable([texts.columns, ...rows.map(([files, content]) => [files.map(link).join(', '), content])]),
    '',
    ...(losses.length === 0 ? [] : [texts.losses, '', ...losses.map((loss) => `- ${texts.loss[loss]}`)]),
  ].join('\n');
}

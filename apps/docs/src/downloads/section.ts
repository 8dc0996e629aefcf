import type { Contract, Language } from '@ax-cloud/contract/contract';
import type { Node } from '../node.ts';
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
import { convertToOlder } from './openapi-3.0.ts';
import { TEXTS } from './texts.ts';

/**
 * Lists what can be downloaded, and what the contract in OpenAPI 3.0 does not have, as a section for the end of the contract's
 * introduction, in Markdown.
 */
export async function describeDownloads(contract: Contract, language: Language): Promise<string> {
  const texts = TEXTS[language];
  const { losses } = await convertToOlder(contract.document as Node);
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
    `| ${texts.columns.join(' | ')} |`,
    '| --- | --- |',
    ...rows.map(([files, content]) => `| ${files.map(link).join(', ')} | ${content} |`),
    '',
    ...(losses.length === 0 ? [] : [texts.losses, '', ...losses.map((loss) => `- ${texts.loss[loss]}`)]),
  ].join('\n');
}

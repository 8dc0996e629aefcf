import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contract, type Language, loadContract } from '@ax-cloud/contract/contract';
import { replaceMarks } from '@ax-cloud/contract/marks';
import { resolveSchema } from '@ax-cloud/contract/schema';

const PAGES: Readonly<Record<Language, string>> = { ko: 'index.html', en: 'en/index.html' };
const TEXTS = ['title', 'summary', 'description'];

/**
 * Checks that the built pages show all names and texts of the contract.
 *
 * @param folder the folder of the built docs
 * @throws {Error} with one line for each name or text that a page does not show
 */
export async function findInDocs(folder: string): Promise<string> {
  const missing: string[] = [];
  let count = 0;
  for (const language of ['ko', 'en'] as const) {
    const page = bare(visibleText(await readFile(join(folder, PAGES[language]), 'utf8')));
    const contract = await loadContract(language);
    const wanted = [...namesOf(contract), ...textsOf(contract.document)];
    count += wanted.length;
    for (const text of wanted) {
      if (!page.includes(bare(text))) missing.push(`${PAGES[language]} does not show: ${text}`);
    }
  }
  if (missing.length > 0) throw new Error([...new Set(missing)].join('\n'));
  return `${count} names and texts`;
}

/** The path, and the names of parameters, fields, values and statuses. */
function namesOf({ document, path, headers, query, orderCode, request, responses }: Contract): string[] {
  const parameters = [orderCode, ...headers, ...query];
  const schemas = [request.schema, ...responses.map(({ schema }) => schema)].map((one) =>
    resolveSchema(document, one),
  );
  const fields = schemas.flatMap(({ properties = {} }) => Object.keys(properties));
  const values = [...parameters, ...request.fields].flatMap(
    ({ schema }) => resolveSchema(document, { ...schema }).enum ?? [],
  );
  return [
    path,
    ...parameters.map(({ name }) => name),
    ...fields,
    ...values.map(String),
    ...responses.map(({ status }) => String(status)),
  ];
}

/** Code samples have their own markup, and a page with one operation shows no tags. */
const NOT_PROSE = ['x-codeSamples', 'tags'];

/** Every text of the contract for readers, in pieces that a page shows unchanged. */
function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  return Object.entries(node).flatMap(([key, value]) => {
    if (NOT_PROSE.includes(key) || (key === 'examples' && Array.isArray(value))) return [];
    if (key === 'x-enumDescriptions') return Object.values(value as object).flatMap(pieces);
    if (TEXTS.includes(key) && typeof value === 'string') return pieces(value);
    return textsOf(value);
  });
}

/** The sentences of a Markdown text, split at each mark of an inferred part. A page shows a mark as a link with another text. */
function pieces(markdown: string): string[] {
  const plain = replaceMarks(markdown, () => '\n').replace(/^\s*(#+|[-*]|\d+\.)\s/gm, '\n');
  // A page shows each cell of a table separately, and hides the line below the head.
  const cells = plain.replace(/^\|.*\|$/gm, (row) =>
    /^[\s|:-]+$/.test(row) ? '' : row.replaceAll('|', '\n'),
  );
  return cells
    .split(/\n\s*\n|\n(?=\s*$)|(?<=[.!?])\s|\n/)
    .map((text) => text.trim())
    .filter((text) => text.length > 2);
}

function visibleText(html: string): string {
  const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}

/** A text without white space and Markdown characters. */
function bare(text: string): string {
  return text.replace(/[\s*`_\\]|\u00ad|\u200b/g, '');
}

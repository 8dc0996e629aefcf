import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type Contract, readContract } from '../src/contract.ts';

/** A document, loosely typed, for a test to edit. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits any node of the document
export type Document = any;

const text = await readFile(new URL('pinned/openapi.yaml', import.meta.url), 'utf8');

/** Reads the pinned contract after an edit. What reads a contract is tested with it, whatever the one in `spec/` says. */
export function editedContract(edit: (document: Document) => void = () => {}): Contract {
  const document: Document = parse(text);
  edit(document);
  return readContract(document);
}

/** The operation of a document. */
export function operationOf(document: Document): Document {
  return Object.values(Object.values(document.paths)[0] as Document)[0];
}

import { readFile } from 'node:fs/promises';
import { bundleUrl, type Contract, readContract } from '../src/contract.ts';

/** The bundled document, loosely typed, for a test to edit. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits any node of the document
export type Document = any;

const text = await readFile(bundleUrl('en'), 'utf8');

/** Reads the bundled contract after an edit. */
export function editedContract(edit: (document: Document) => void): Contract {
  const document: Document = JSON.parse(text);
  edit(document);
  return readContract(document);
}

/** The operation of a document. */
export function operationOf(document: Document): Document {
  return Object.values(Object.values(document.paths)[0] as Document)[0];
}

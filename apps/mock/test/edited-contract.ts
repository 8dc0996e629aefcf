import { readFile } from 'node:fs/promises';
import { bundleUrl, type Contract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';

const bundle = await readFile(bundleUrl('en'), 'utf8');

/** A node of the bundled document, loosely typed, for a test to edit. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits any node of the document
export type Node = any;

/** The parts of the bundled document that tests edit. */
export interface Edited {
  document: Node;
  operation: Node;
  responses: Node;
  schemas: Node;
  /** The schema of the request's body. */
  request: Node;
}

/** The bundled contract after an edit, as if somebody had edited and derived it. */
export function contractAfter(edit: (edited: Edited) => void): Contract {
  const document: Node = JSON.parse(bundle);
  const [item]: Node[] = Object.values(document.paths);
  const [operation]: Node[] = Object.values(item);
  const { schemas } = document.components;
  edit({ document, operation, responses: operation.responses, schemas, request: schemas.CancelRequest });
  return readContract(document);
}

/** The bundled contract with one text in it replaced. */
export async function editedContract(text: string | RegExp, replacement: string): Promise<Contract> {
  const edited = bundle.replaceAll(text, replacement);
  if (edited === bundle) throw new Error(`The bundled contract does not say ${text}.`);
  const document: OpenApiDocument = JSON.parse(edited);
  return readContract(document);
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Contract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { senderOf } from './exchange.ts';
import { orderOf } from './order.ts';

/*
 * A small contract of the tests' own, for what needs particular fields and statuses: edits of a contract, malformed HTTP,
 * the comparison with Prism. It stays as it is where the contract in spec/ becomes another.
 */

/** Its file, bundled as the mock reads it. */
export const PINNED_FILE = fileURLToPath(new URL('pinned-contract.json', import.meta.url));
const bundle = await readFile(PINNED_FILE, 'utf8');

export const contract = readContract(JSON.parse(bundle));
export const order = orderOf(contract);
export const { ORDER, VALID, orderPath, example } = order;
export const send = senderOf(contract.method, order);
/** Starts a mock of it. */
export const PINNED = { contract: async () => contract };

/** An order code that it does not know, and one of another form. */
export const UNKNOWN_ORDER = order.provoking(order.refusals.order[0]);
export const MALFORMED_ORDER = 'not-a-uuid';

/** A node of the document, loosely typed, for a test to edit. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits any node of the document
export type Node = any;

/** The parts of the document that tests edit. */
export interface Edited {
  document: Node;
  operation: Node;
  responses: Node;
  schemas: Node;
  /** The schema of the request's body. */
  request: Node;
}

/** The pinned contract after an edit, as if somebody had edited and derived it. */
export function contractAfter(edit: (edited: Edited) => void): Contract {
  const document: Node = JSON.parse(bundle);
  const [item]: Node[] = Object.values(document.paths);
  const [operation]: Node[] = Object.values(item);
  const { schemas } = document.components;
  edit({ document, operation, responses: operation.responses, schemas, request: schemas.CancelRequest });
  return readContract(document);
}

/** The pinned contract with one text in it replaced. */
export async function editedContract(text: string | RegExp, replacement: string): Promise<Contract> {
  const edited = bundle.replaceAll(text, replacement);
  if (edited === bundle) throw new Error(`The pinned contract does not say ${text}.`);
  const document: OpenApiDocument = JSON.parse(edited);
  return readContract(document);
}

import { readFile } from 'node:fs/promises';
import {
  bundleUrl,
  type Contract,
  type OpenApiDocument,
  readContract,
} from '@ax-cloud/contract/contract';

/** The bundled contract with one text in it replaced, as if somebody had edited and derived it. */
export async function editedContract(text: string | RegExp, replacement: string): Promise<Contract> {
  const bundle = await readFile(bundleUrl('en'), 'utf8');
  const edited = bundle.replaceAll(text, replacement);
  if (edited === bundle) throw new Error(`The bundled contract does not say ${text}.`);
  const document: OpenApiDocument = JSON.parse(edited);
  return readContract(document);
}

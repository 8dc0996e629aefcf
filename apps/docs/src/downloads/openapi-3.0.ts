import { Converter } from '@apiture/openapi-down-convert';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Node } from '../node.ts';
import { type Conversion, checkConversion } from './check-conversion.ts';
import { type Rewriting, rewrite } from './rewrite.ts';

/** What OpenAPI 3.0 lacks, or has in another place or form than the contract. */
export type Loss = Rewriting | Conversion;

/** A contract for tools that do not read OpenAPI 3.1. */
export interface OlderContract {
  document: Node;
  losses: readonly Loss[];
}

/**
 * Converts a contract to OpenAPI 3.0.3.
 *
 * @throws {Error} in one line when the result is invalid, or has another meaning than the contract
 */
export async function convertToOlder(contract: Readonly<Node>): Promise<OlderContract> {
  const rewritten = rewrite(contract);
  const converted = new Converter(rewritten.document).convert();
  // The converter leaves extra properties on lists. JSON drops them.
  const document: Node = JSON.parse(JSON.stringify(converted));
  const conversions = checkConversion(rewritten.document, document);
  await checkForm(document);
  return { document, losses: [...rewritten.done, ...conversions] };
}

/** It compiles the form of OpenAPI 3.0 once, which takes longer than all else here. */
const validator = new Validator();

async function checkForm(document: Node): Promise<void> {
  const { valid, errors } = await validator.validate(structuredClone(document));
  if (valid) return;
  const [first] = [errors ?? []].flat();
  const where = typeof first === 'object' ? `${first.instancePath} ${first.message}` : String(first);
  throw new Error(
    `The contract is invalid after the conversion to OpenAPI 3.0: ${where}. ` +
      'Write that place in a way that OpenAPI 3.0 has, too, or extend apps/docs/src/downloads/rewrite.ts.',
  );
}

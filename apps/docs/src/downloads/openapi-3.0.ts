import { Converter } from '@apiture/openapi-down-convert';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type Node, objectAt } from '../node.ts';
import { findLosses, type LossKind, summaryFirst } from './losses.ts';

/** A contract for tools that do not read OpenAPI 3.1. */
export interface OlderContract {
  document: Node;
  /** What it has in another way than the contract, or not at all. */
  losses: readonly LossKind[];
}

/**
 * Converts a contract to OpenAPI 3.0.3.
 *
 * @throws {Error} in one line when the result is not valid, or says something else than the contract
 */
export async function convertToOlder(contract: Readonly<Node>): Promise<OlderContract> {
  const converted = new Converter(moveSummary(contract), { allOfTransform: true }).convert();
  // The converter leaves marks of its own at lists, which JSON has no place for.
  const document: Node = JSON.parse(JSON.stringify(converted));
  const losses = findLosses(contract, document);
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  if (!valid) {
    const [first] = [errors ?? []].flat();
    const where = typeof first === 'object' ? `${first.instancePath}: ${first.message}` : String(first);
    throw new Error(
      `The contract is not valid once it is converted to OpenAPI 3.0: ${where}. ` +
        'Write that place in a way that OpenAPI 3.0 has too.',
    );
  }
  return { document, losses };
}

/** OpenAPI 3.0 has no place for a summary, which the converter leaves where it is. */
function moveSummary(contract: Readonly<Node>): Node {
  const { summary, ...info } = objectAt(contract, 'info');
  if (summary === undefined) return contract;
  return { ...contract, info: { ...info, description: summaryFirst(summary, info.description) } };
}

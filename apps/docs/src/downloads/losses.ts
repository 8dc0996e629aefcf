import { isDeepStrictEqual } from 'node:util';
import type { Node } from '../node.ts';

/** What OpenAPI 3.0 has no place for, and is written in another way or left out. */
export type LossKind = 'summary' | 'examples' | 'siblings' | 'nullable';

/** What stands at a place of a contract: a schema, schemas by name, what goes over the wire, or anything else. */
type Place = 'schema' | 'schemas' | 'data' | 'part';

/**
 * Compares a contract with its conversion to OpenAPI 3.0, place by place.
 *
 * @returns the kinds of differences that OpenAPI 3.0 makes necessary, in the order of {@link LossKind}
 * @throws {Error} in one line at the first difference of another kind, because the conversion then says something else
 */
export function findLosses(contract: Node, converted: Node): LossKind[] {
  const found = new Set<LossKind>();
  compare(contract, { ...converted, openapi: contract.openapi }, 'part', [], found);
  return KINDS.filter((kind) => found.has(kind));
}

const KINDS: readonly LossKind[] = ['summary', 'examples', 'siblings', 'nullable'];

function compare(own: unknown, other: unknown, place: Place, at: readonly string[], found: Set<LossKind>): void {
  if (place === 'data' || !isObject(own) || !isObject(other)) {
    if (!isDeepStrictEqual(own, other)) refuse(at, other);
    return;
  }
  const expected = place === 'schema' ? toOlderSchema(own, found) : withSummaryMoved(own, at, found);
  for (const key of new Set([...Object.keys(expected), ...Object.keys(other)])) {
    const inside = [...at, key];
    if (!(key in expected) || !(key in other)) refuse(inside, other[key]);
    compare(expected[key], other[key], placeOf(key, expected[key], place), inside, found);
  }
}

/** What a schema must become. */
function toOlderSchema(schema: Node, found: Set<LossKind>): Node {
  const { $ref, type, examples, ...rest } = schema;
  const older: Node = { ...rest };
  if ($ref !== undefined && Object.keys(schema).length > 1) {
    found.add('siblings');
    older.allOf = [{ $ref }];
  } else if ($ref !== undefined) older.$ref = $ref;
  if (Array.isArray(examples)) {
    found.add('examples');
    older.example = examples[0];
  }
  if (Array.isArray(type)) {
    found.add('nullable');
    older.type = type.find((one) => one !== 'null');
    older.nullable = true;
  } else if (type !== undefined) older.type = type;
  return older;
}

function withSummaryMoved(node: Node, at: readonly string[], found: Set<LossKind>): Node {
  if (at.join('/') !== 'info' || !('summary' in node)) return node;
  found.add('summary');
  const { summary, ...rest } = node;
  return { ...rest, description: summaryFirst(summary, rest.description) };
}

/** The description of a contract that has no summary of its own. */
export function summaryFirst(summary: unknown, description: unknown): string {
  return [summary, description].filter((text) => text !== undefined).join('\n\n');
}

function placeOf(key: string, value: unknown, parent: Place): Place {
  if (parent === 'schemas') return 'schema';
  if (key.startsWith('x-') || WIRE.includes(key)) return 'data';
  if (key === 'schema' || (parent === 'schema' && IN_SCHEMAS.includes(key))) return 'schema';
  if (key === 'schemas' || (parent === 'schema' && key === 'properties')) return 'schemas';
  // Whatever else a schema has is compared as it is; so is the list of its required fields.
  return parent === 'schema' && !isObject(value) ? 'data' : 'part';
}

const WIRE = ['value', 'example', 'enum', 'allOf'];
const IN_SCHEMAS = ['items', 'additionalProperties'];

function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function refuse(at: readonly string[], other: unknown): never {
  const pointer = at.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  throw new Error(
    `The conversion to OpenAPI 3.0 makes ${JSON.stringify(other) ?? 'nothing'} of #/${pointer} of the contract, which says something else. ` +
      'Write that place in a way that OpenAPI 3.0 has too, or teach apps/docs/src/downloads/openapi-3.0.ts the difference.',
  );
}

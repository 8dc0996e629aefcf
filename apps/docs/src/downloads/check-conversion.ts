import { isDeepStrictEqual } from 'node:util';
import type { Node } from '../node.ts';

/** What a schema has in another form in OpenAPI 3.0. */
export type Conversion = 'examples' | 'nullable';

/** What stands at a place of a contract: a schema, schemas by name, what goes over the wire, or anything else. */
type Place = 'schema' | 'schemas' | 'data' | 'part';

/**
 * Compares a contract with its conversion to OpenAPI 3.0, place by place.
 *
 * @returns the kinds of differences that OpenAPI 3.0 makes necessary
 * @throws {Error} in one line at the first difference of another kind, because the conversion then says something else
 */
export function checkConversion(contract: Node, converted: Node): ReadonlySet<Conversion> {
  const found = new Set<Conversion>();
  compare(contract, { ...converted, openapi: contract.openapi }, 'part', [], found);
  return found;
}

function compare(
  own: unknown,
  other: unknown,
  place: Place,
  at: readonly string[],
  found: Set<Conversion>,
): void {
  if (place === 'data' || !isObject(own) || !isObject(other)) {
    if (!isDeepStrictEqual(own, other)) refuse(at, other);
    return;
  }
  const expected = place === 'schema' ? toOlderSchema(own, found) : own;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(other)])) {
    const inside = [...at, key];
    if (!(key in expected) || !(key in other)) refuse(inside, other[key]);
    compare(expected[key], other[key], placeOf(key, expected[key], place), inside, found);
  }
}

/** What a schema must become. */
function toOlderSchema(schema: Node, found: Set<Conversion>): Node {
  const { examples, ...older } = schema;
  if (Array.isArray(examples)) {
    found.add('examples');
    older.example = examples[0];
  }
  if (Array.isArray(older.type)) {
    found.add('nullable');
    older.type = older.type.find((one) => one !== 'null');
    older.nullable = true;
  }
  return older;
}

function placeOf(key: string, value: unknown, parent: Place): Place {
  if (parent === 'schemas') return 'schema';
  if (key.startsWith('x-') || WIRE.includes(key)) return 'data';
  if (key === 'schema' || (parent === 'schema' && IN_SCHEMAS.includes(key))) return 'schema';
  if (key === 'schemas' || (parent === 'schema' && key === 'properties')) return 'schemas';
  return parent === 'schema' && !isObject(value) ? 'data' : 'part';
}

const WIRE = ['value', 'example', 'enum'];
const IN_SCHEMAS = ['items', 'additionalProperties'];

function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function refuse(at: readonly string[], other: unknown): never {
  const pointer = at.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  throw new Error(
    `The converter to OpenAPI 3.0 makes ${JSON.stringify(other) ?? 'nothing'} of #/${pointer} of the contract, which says something else. ` +
      'Write that place in a way that OpenAPI 3.0 has, too, or extend apps/docs/src/downloads/rewrite.ts.',
  );
}

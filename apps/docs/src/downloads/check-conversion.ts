import { isDeepStrictEqual } from 'node:util';
import type { Node } from '../node.ts';

/** The parts of a schema that have another form in OpenAPI 3.0. */
export type Conversion = 'examples' | 'nullable';

/** What is at a place of a contract: a schema, schemas by name, data that is sent, or anything else. */
type Place = 'schema' | 'schemas' | 'data' | 'part';

/**
 * Compares a contract with its conversion to OpenAPI 3.0, place by place.
 *
 * @returns the kinds of differences that OpenAPI 3.0 makes necessary
 * @throws {Error} in one line at the first other difference, because the conversion then has another meaning
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

/** The form that a schema must have in OpenAPI 3.0. */
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
    `The converter to OpenAPI 3.0 turns #/${pointer} of the contract into ${JSON.stringify(other) ?? 'nothing'}, which has another meaning. ` +
      'Write that place in a way that OpenAPI 3.0 has, too, or extend apps/docs/src/downloads/rewrite.ts.',
  );
}

import { type ResolvedSchema, resolveSchema, type Schema } from '@ax-cloud/contract/schema';

/** A value that is derived from a schema. Its label names the limit that it reaches, or the keyword that it violates. */
export interface DerivedValue {
  label: string;
  value: unknown;
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
  date: '2025-11-03',
  'date-time': '2025-11-03T09:30:00+09:00',
  email: 'traveler@example.com',
};

/** A character of two UTF-16 code units. A length limit counts it once. */
const WIDE = '\u{1f600}';

/** Values that a schema allows: its examples, each value of its enum, and those at its limits. */
export function validValues(document: unknown, unresolved: Schema | ResolvedSchema): DerivedValue[] {
  const schema = resolveSchema(document, { ...unresolved });
  const { enum: values, examples = [], minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const found: DerivedValue[] = [{ label: 'an example', value: exampleOf(document, schema) }];
  if (values !== undefined) return values.map((value) => ({ label: `the value ${value}`, value }));
  for (const value of examples) found.push({ label: 'an example', value });
  if (typesOf(schema).includes('null')) found.push({ label: 'null', value: null });
  if (typesOf(schema).includes('boolean')) found.push({ label: 'false', value: false });
  if (minimum !== undefined) found.push({ label: 'the minimum', value: minimum });
  if (maximum !== undefined) found.push({ label: 'the maximum', value: maximum });
  if (schema.pattern === undefined && schema.format === undefined && typesOf(schema).includes('string')) {
    if (minLength === undefined) found.push({ label: 'the empty text', value: '' });
    if (minLength !== undefined) found.push({ label: 'minLength', value: WIDE.repeat(minLength) });
    if (maxLength !== undefined) found.push({ label: 'maxLength', value: WIDE.repeat(maxLength) });
  }
  const item =
    schema.items === undefined ? undefined : exampleOf(document, resolveSchema(document, schema.items));
  if (minItems !== undefined) found.push({ label: 'minItems', value: Array(minItems).fill(item) });
  if (maxItems !== undefined) found.push({ label: 'maxItems', value: Array(maxItems).fill(item) });
  return found;
}

/**
 * Values that a schema refuses: one for each of its keywords.
 *
 * @param written `text` for a parameter, whose value has no JSON type
 */
export function invalidValues(
  document: unknown,
  unresolved: Schema | ResolvedSchema,
  written: 'text' | 'json',
): DerivedValue[] {
  const schema = resolveSchema(document, { ...unresolved });
  const {
    enum: values,
    minimum,
    maximum,
    minLength,
    maxLength,
    minItems,
    maxItems,
    pattern,
    format,
  } = schema;
  const found: DerivedValue[] = [];
  const add = (label: string, value: unknown) => found.push({ label, value });
  if (values !== undefined) add('a value beyond the enum', 'no such value');
  if (minimum !== undefined) add('less than the minimum', minimum - 1);
  if (maximum !== undefined) add('more than the maximum', maximum + 1);
  if (minLength !== undefined && minLength > 0) add('shorter than minLength', 'a'.repeat(minLength - 1));
  if (maxLength !== undefined) add('longer than maxLength', exampleText(schema).padEnd(maxLength + 1, 'a'));
  if (format !== undefined) add('of another format', `not a ${format}`);
  const unmatched = pattern === undefined ? undefined : unmatchedBy(new RegExp(pattern, 'u'), schema);
  if (unmatched !== undefined) add('another pattern', unmatched);
  for (const value of otherTypes(schema, written)) add(`of another type: ${JSON.stringify(value)}`, value);
  const item =
    schema.items === undefined ? undefined : exampleOf(document, resolveSchema(document, schema.items));
  if (minItems !== undefined && minItems > 0) add('fewer than minItems', Array(minItems - 1).fill(item));
  if (maxItems !== undefined) add('more than maxItems', Array(maxItems + 1).fill(item));
  for (const bad of schema.items === undefined ? [] : invalidValues(document, schema.items, written)) {
    add(`an item ${bad.label}`, [bad.value]);
  }
  return [...found, ...invalidObjects(document, schema)];
}

function invalidObjects(document: unknown, schema: ResolvedSchema): DerivedValue[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const example = exampleOf(document, schema) as object;
  const inside = Object.entries(properties).flatMap(([name, property]) =>
    invalidValues(document, property, 'json').map(({ label, value }) => ({
      label: `${name} ${label}`,
      value: { ...example, [name]: value },
    })),
  );
  const missing = required.map((name) => ({
    label: `without ${name}`,
    value: { ...example, [name]: undefined },
  }));
  const unknown = { label: 'with a field that it does not have', value: { ...example, 'no-such-field': 1 } };
  return [...inside, ...missing, ...(additionalProperties === false ? [unknown] : [])];
}

/** A value of each type that the schema does not allow. */
function otherTypes(schema: ResolvedSchema, written: 'text' | 'json'): unknown[] {
  const types = typesOf(schema);
  if (written === 'text') return types.includes('string') ? [] : ['text'];
  const byType: Record<string, unknown> = {
    string: 'text',
    number: 1.5,
    boolean: true,
    array: ['a'],
    object: { a: 1 },
    null: null,
  };
  return Object.entries(byType).flatMap(([type, value]) => (types.includes(type) ? [] : [value]));
}

function unmatchedBy(pattern: RegExp, { minLength = 1, maxLength = 40 }: ResolvedSchema): string | undefined {
  const length = Math.min(Math.max(minLength, 3), maxLength);
  return ['-', '!', '0', 'a', 'A'].map((char) => char.repeat(length)).find((text) => !pattern.test(text));
}

function typesOf({ type = [] }: ResolvedSchema): readonly string[] {
  return [type].flat();
}

function exampleText(schema: ResolvedSchema): string {
  return String(schema.examples?.[0] ?? BY_FORMAT[schema.format ?? ''] ?? '');
}

/** A value that the schema allows: its example, or a value made from its parts. */
function exampleOf(document: unknown, schema: ResolvedSchema): unknown {
  const [type] = typesOf(schema);
  const [first] = schema.examples ?? schema.enum ?? [];
  if (first !== undefined) return first;
  if (type === 'object') {
    const parts = Object.entries(schema.properties ?? {});
    return Object.fromEntries(
      parts.map(([name, part]) => [name, exampleOf(document, resolveSchema(document, part))]),
    );
  }
  if (type === 'array') return [exampleOf(document, resolveSchema(document, schema.items ?? {}))];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  return BY_FORMAT[schema.format ?? ''] ?? 'a'.repeat(Math.max(schema.minLength ?? 1, 1));
}

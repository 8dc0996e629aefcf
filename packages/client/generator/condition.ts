import { FORMATS, KEYWORDS, type ResolvedSchema, type Schema } from '@ax-cloud/contract/schema';

/** Gives the name of the function that checks a schema under `components`. */
export type Guards = (ref: string) => string;

/**
 * Writes the condition under which a value is valid, as an expression in TypeScript.
 *
 * @param value an expression for the value, of type `unknown`
 * @throws {Error} for a keyword that it does not know, because a condition that ignored it would accept invalid values
 */
export function condition(schema: Schema, value: string, guard: Guards): string {
  const { $ref, type, ...others } = schema;
  if (typeof $ref === 'string') return `${guard($ref)}(${value})`;
  const types = [type].flat();
  const conditions = types.map((one) => {
    const keywords = keywordsOf(String(one), others, types.map(String));
    return [
      ...typed(String(one), value),
      ...enumerated(keywords, value),
      ...limits(String(one), keywords, value, guard),
    ].join(' && ');
  });
  const [only = '', ...more] = conditions;
  return more.length === 0 ? only : `(${conditions.join(' || ')})`;
}

/** The keywords that concern one type. A schema with several types may have the keywords of each. */
function keywordsOf(type: string, schema: Schema, types: readonly string[]): ResolvedSchema {
  const all = types.flatMap((one) => KEYWORDS[one] ?? []);
  const unknown = Object.keys(schema).find((key) => !all.includes(key) && !ANNOTATION.test(key));
  if (unknown !== undefined) {
    throw new Error(
      `The keyword "${unknown}" beside "type: ${types}" is not supported. Remove it from spec/openapi.yaml.`,
    );
  }
  const own = Object.entries(schema).filter(([key]) => KEYWORDS[type]?.includes(key));
  return Object.fromEntries(own);
}

const ANNOTATION = /^(title|description|examples|deprecated|x-.+)$/;

function typed(type: string, value: string): string[] {
  switch (type) {
    case 'string':
    case 'boolean':
      return [`typeof ${value} === '${type}'`];
    case 'integer':
      return [`typeof ${value} === 'number'`, `Number.isInteger(${value})`];
    case 'number':
      return [`typeof ${value} === 'number'`, `Number.isFinite(${value})`];
    case 'null':
      return [`${value} === null`];
    case 'array':
      return [`Array.isArray(${value})`];
    case 'object':
      return [`plainObject(${value})`];
    default:
      throw new Error(
        `A schema has the type ${type}, which is not supported. Correct it in spec/openapi.yaml.`,
      );
  }
}

function enumerated(schema: ResolvedSchema, value: string): string[] {
  if (schema.enum === undefined) return [];
  const equal = schema.enum.map((one) => `${value} === ${JSON.stringify(one)}`);
  return [equal.length === 1 ? String(equal[0]) : `(${equal.join(' || ')})`];
}

function limits(type: string, schema: ResolvedSchema, value: string, guard: Guards): string[] {
  const { minLength, maxLength, pattern, format, minimum, maximum, minItems, maxItems, items } = schema;
  const conditions: (string | undefined)[] = [
    // In code points, as JSON Schema counts.
    minLength === undefined ? undefined : `[...${value}].length >= ${minLength}`,
    maxLength === undefined ? undefined : `[...${value}].length <= ${maxLength}`,
    pattern === undefined ? undefined : `new RegExp(${JSON.stringify(pattern)}, 'u').test(${value})`,
    format === undefined ? undefined : `${formatOf(format)}.test(${value})`,
    minimum === undefined ? undefined : `${value} >= ${minimum}`,
    maximum === undefined ? undefined : `${value} <= ${maximum}`,
    minItems === undefined ? undefined : `${value}.length >= ${minItems}`,
    maxItems === undefined ? undefined : `${value}.length <= ${maxItems}`,
    items === undefined ? undefined : `${value}.every((item: unknown) => ${condition(items, 'item', guard)})`,
  ];
  const found = conditions.filter((one) => one !== undefined);
  return type === 'object' ? [...found, ...members(schema, value, guard)] : found;
}

function formatOf(format: string): RegExp {
  const known = FORMATS[format];
  if (known !== undefined) return known;
  throw new Error(
    `The format "${format}" is not supported. Write one of ${Object.keys(FORMATS).join(', ')} in spec/openapi.yaml.`,
  );
}

function members(schema: ResolvedSchema, value: string, guard: Guards): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const names = Object.keys(properties);
  const conditions = Object.entries(properties).map(([name, property]) => {
    const place = `${value}[${JSON.stringify(name)}]`;
    const valid = condition(property, place, guard);
    return required.includes(name) ? valid : `(${place} === undefined || ${valid})`;
  });
  // A required property without a schema must be there as well.
  const bare = required.filter((name) => !names.includes(name));
  conditions.push(...bare.map((name) => `${value}[${JSON.stringify(name)}] !== undefined`));
  const known = `${JSON.stringify(names)}.includes(name)`;
  // TypeScript compares no name with the items of an empty list.
  if (additionalProperties === false) {
    const each = names.length === 0 ? 'length === 0' : `every((name) => ${known})`;
    conditions.push(`Object.keys(${value}).${each}`);
  } else if (additionalProperties !== true) {
    const each = condition(additionalProperties, 'field', guard);
    conditions.push(
      names.length === 0
        ? `Object.values(${value}).every((field) => ${each})`
        : `Object.entries(${value}).every(([name, field]) => ${known} || ${each})`,
    );
  }
  return conditions;
}

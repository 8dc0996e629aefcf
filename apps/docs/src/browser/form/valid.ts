import type { CheckedSchema } from '../../form/form-data.ts';

type Schemas = Readonly<Record<string, CheckedSchema>>;

/** Whether a value is valid by a schema, with the keywords that the contract's lint rules allow. */
export function isValid(schema: CheckedSchema, value: unknown, schemas: Schemas): boolean {
  const { $ref, type, enum: values } = schema;
  return (
    ($ref === undefined || isValid(schemas[$ref] ?? {}, value, schemas)) &&
    (type === undefined || [type].flat().some((one) => isOf(one, value))) &&
    (values === undefined || values.includes(value)) &&
    (typeof value !== 'string' || isText(schema, value)) &&
    (typeof value !== 'number' || isWithin(value, schema.minimum, schema.maximum)) &&
    (!Array.isArray(value) || isList(schema, value, schemas)) &&
    (typeOf(value) !== 'object' || hasFields(schema, value as object, schemas))
  );
}

/** The type of a value, in the words of JSON Schema. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isOf(type: string, value: unknown): boolean {
  return type === typeOf(value) || (type === 'integer' && Number.isInteger(value));
}

function isWithin(value: number, least = -Infinity, most = Infinity): boolean {
  return value >= least && value <= most;
}

function isText({ minLength, maxLength, pattern, format }: CheckedSchema, value: string): boolean {
  return (
    // JSON Schema counts code points.
    isWithin([...value].length, minLength, maxLength) &&
    (pattern === undefined || new RegExp(pattern, 'u').test(value)) &&
    (format === undefined || new RegExp(...format).test(value))
  );
}

function isList({ items, minItems, maxItems }: CheckedSchema, value: unknown[], schemas: Schemas): boolean {
  return (
    isWithin(value.length, minItems, maxItems) &&
    (items === undefined || value.every((item) => isValid(items, item, schemas)))
  );
}

function hasFields(
  { required = [], properties = {}, additionalProperties = true }: CheckedSchema,
  value: object,
  schemas: Schemas,
): boolean {
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, field]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      return typeof known === 'object' ? isValid(known, field, schemas) : known !== false;
    })
  );
}

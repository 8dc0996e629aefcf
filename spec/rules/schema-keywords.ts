import { ANNOTATIONS, FORMATS, KEYWORDS } from './keywords.ts';
import { documentRule, isNode, listOf, type Node, type Path, type Report } from './rule.ts';
import { allSchemas } from './schemas.ts';

const INSTEAD: Readonly<Record<string, string>> = {
  nullable: 'Write "type: [string, \'null\']".',
  oneOf: 'Describe one object with optional fields.',
  anyOf: 'Describe one object with optional fields.',
  allOf: 'Write the fields into one schema.',
  const: 'Write an enum of one value.',
  example: 'Write "examples", a list.',
  default: 'Say it in the description.',
  exclusiveMinimum: 'Write "minimum".',
  exclusiveMaximum: 'Write "maximum".',
};
const REMOVE = 'Remove it, or say it in the description.';
const ALL_KEYWORDS = Object.values(KEYWORDS).flat();
const LIMITS = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
] as const;

/** A schema uses only what the client, the mock, the mock fetch and the tests check alike (`keywords.ts`). */
export const schemaKeywords = documentRule((document, report) => {
  for (const { schema, at } of allSchemas(document)) {
    if (schema.$ref === undefined) checkSchema(schema, at, report);
    else {
      for (const key of Object.keys(schema).filter((one) => one !== '$ref' && !isAnnotation(one))) {
        report(
          [...at, key],
          `No part follows "${key}" beside a $ref. Move it into the schema that is referred to.`,
        );
      }
    }
  }
});

function isAnnotation(key: string): boolean {
  return key.startsWith('x-') || ANNOTATIONS.includes(key);
}

function checkSchema(schema: Node, at: Path, report: Report): void {
  const { type, ...others } = schema;
  const keywords = Object.keys(others).filter((key) => !isAnnotation(key));
  const unknown = keywords.filter((key) => !ALL_KEYWORDS.includes(key));
  for (const key of unknown) {
    report([...at, key], `No part supports the keyword "${key}". ${INSTEAD[key] ?? REMOVE}`);
  }
  const types = [type].flat().map(String);
  if (type === undefined) {
    if (unknown.length === 0) report(at, 'The schema has no type. Add one.');
  } else if (types.some((one) => !Object.hasOwn(KEYWORDS, one))) {
    report(
      [...at, 'type'],
      `The type is ${types.join(', ')}. Write one of ${Object.keys(KEYWORDS).join(', ')}.`,
    );
  } else if (types.filter((one) => one !== 'null').length !== 1 || new Set(types).size !== types.length) {
    report([...at, 'type'], "A schema has one type, or one type and 'null'. Choose one.");
  } else {
    const allowed = types.flatMap((one) => KEYWORDS[one] ?? []);
    for (const key of keywords.filter((one) => ALL_KEYWORDS.includes(one) && !allowed.includes(one))) {
      report([...at, key], `The keyword "${key}" does not belong to the type ${types.join(', ')}. ${REMOVE}`);
    }
    checkValues(schema, types, at, report);
  }
}

function checkValues(schema: Node, types: readonly string[], at: Path, report: Report): void {
  const { format, pattern, enum: values, items, required, properties } = schema;
  if (format !== undefined && !Object.hasOwn(FORMATS, String(format))) {
    report(
      [...at, 'format'],
      `No part checks the format "${format}". Write one of ${Object.keys(FORMATS).join(', ')}, or a pattern.`,
    );
  }
  if (typeof pattern === 'string' && !compiles(pattern)) {
    report([...at, 'pattern'], `"${pattern}" is not a regular expression with the flag u. Correct it.`);
  }
  for (const [least, most] of LIMITS) {
    if (Number(schema[least]) > Number(schema[most]))
      report([...at, least], `"${least}" is more than "${most}", so no value is valid. Correct one.`);
  }
  if (values !== undefined) checkEnum(values, types, [...at, 'enum'], report);
  // Redocly reports any other value that is not a schema.
  if (types.includes('array') && (items === undefined || typeof items === 'boolean'))
    report(at, 'A list does not say what its items are. Add "items".');
  const names = listOf(required);
  // OpenAPI 3.0, in which the docs offer the contract as well, has no empty list.
  if (Array.isArray(required) && names.length === 0)
    report([...at, 'required'], 'The list of required fields is empty. Remove it.');
  names.forEach((name, index) => {
    if (!isNode(properties) || !Object.hasOwn(properties, String(name)))
      report(
        [...at, 'required', index],
        `"${name}" is required, but not among the properties. Add it, or correct the name.`,
      );
    else if (names.indexOf(name) !== index)
      report([...at, 'required', index], `"${name}" is required twice. Remove one.`);
  });
}

function checkEnum(values: unknown, types: readonly string[], at: Path, report: Report): void {
  const list = listOf(values);
  if (list.length === 0 || new Set(list).size !== list.length) {
    report(at, 'An enum is a list of different values. Correct it.');
    return;
  }
  const wrong = list.find((value) => !types.some((type) => isOfType(value, type)));
  if (wrong !== undefined)
    report(at, `The value ${JSON.stringify(wrong)} is not of the type ${types.join(', ')}. Correct it.`);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  // Redocly checks whether a number is whole.
  return typeof value === (type === 'integer' ? 'number' : type);
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

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

/** A schema uses only what the client, the mock, the mock fetch and the tests check alike (`keywords.ts`). */
export const schemaKeywords = documentRule((document, report) => {
  for (const { schema, at } of allSchemas(document)) {
    if (schema.$ref === undefined) checkSchema(schema, at, report);
    else {
      for (const key of Object.keys(schema)) {
        if (key === '$ref' || key.startsWith('x-') || ANNOTATIONS.includes(key)) continue;
        report(
          [...at, key],
          `"${key}" beside a $ref is followed by no part. Move it into the schema that is referred to.`,
        );
      }
    }
  }
});

function checkSchema(schema: Node, at: Path, report: Report): void {
  const types = [schema.type].flat().map(String);
  const allowed = types.flatMap((type) => KEYWORDS[type] ?? []);
  const unsupported = Object.keys(schema).filter(
    (key) => key !== 'type' && !key.startsWith('x-') && !ANNOTATIONS.includes(key) && !allowed.includes(key),
  );
  const known = Object.values(KEYWORDS).flat();
  for (const key of unsupported) {
    const instead = INSTEAD[key] ?? 'Remove it, or say it in the description.';
    const why =
      known.includes(key) && schema.type !== undefined
        ? `does not belong to the type ${types.join(', ')}`
        : 'is supported by no part';
    report([...at, key], `The keyword "${key}" ${why}. ${instead}`);
  }
  if (schema.type === undefined) {
    if (unsupported.length === 0) report(at, 'The schema has no type. Add one.');
    return;
  }
  const unknown = types.find((type) => KEYWORDS[type] === undefined);
  if (unknown !== undefined) report([...at, 'type'], `The type "${unknown}" is not one of JSON Schema's.`);
  const others = types.filter((type) => type !== 'null');
  if (others.length !== 1) {
    report([...at, 'type'], "A schema has one type, or one type and 'null'. Choose one.");
  }
  checkValues(schema, at, report);
}

function checkValues(
  { format, pattern, enum: values, type, items, required, properties }: Node,
  at: Path,
  report: Report,
): void {
  if (format !== undefined && FORMATS[String(format)] === undefined) {
    report(
      [...at, 'format'],
      `The format "${format}" is checked by no part. Write one of ${Object.keys(FORMATS).join(', ')}, or a pattern.`,
    );
  }
  if (typeof pattern === 'string' && !compiles(pattern)) {
    report(
      [...at, 'pattern'],
      `The pattern ${pattern} is not a regular expression with the flag u. Correct it.`,
    );
  }
  if (
    values !== undefined &&
    (!Array.isArray(values) || values.length === 0 || new Set(values).size !== values.length)
  ) {
    report([...at, 'enum'], 'An enum is a list of different values. Correct it.');
  }
  if ([type].flat().includes('array') && !isNode(items))
    report(at, 'A list says what its items are. Add "items".');
  const named = isNode(properties) ? Object.keys(properties) : [];
  for (const name of listOf(required)) {
    if (!named.includes(String(name)))
      report(
        [...at, 'required'],
        `"${name}" is required and not among the properties. Add it, or correct the name.`,
      );
  }
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

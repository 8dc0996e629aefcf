import type { Contract, Schema } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';

/** Keywords that say nothing about which values are valid. */
const ANNOTATIONS = /^(title|description|examples|x-.+)$/;

/**
 * Compiles the contract's response schemas into the text of a module with one type guard for each documented status.
 * A general validator would be several times the size of the whole client.
 *
 * @throws {Error} for a keyword that it does not know, because a guard that ignored it would take wrong answers for right
 */
export function validators({ document, responses }: Contract): string {
  const guards = new Map<string, string>();

  /** The condition under which a value is valid, as an expression. */
  function condition(schema: Schema, value: string): string {
    const { $ref, type, oneOf, ...others } = schema;
    if (typeof $ref === 'string') {
      allowOnly(others, []);
      return `${guard($ref)}(${value})`;
    }
    if (Array.isArray(oneOf)) {
      allowOnly(others, []);
      return `${oneOf.map((one) => `+(${condition(one, value)})`).join(' + ')} === 1`;
    }
    if (type === 'string') {
      allowOnly(others, []);
      return `typeof ${value} === 'string'`;
    }
    if (type === 'array') {
      const { items, minItems = 0 } = allowOnly(others, ['items', 'minItems']);
      return `Array.isArray(${value}) && ${value}.length >= ${minItems} && ${value}.every((item: unknown) => ${condition(items as Schema, 'item')})`;
    }
    if (type === 'object') return ofObject(others, value);
    throw new Error(`validators: a schema without a known type: ${JSON.stringify(schema)}`);
  }

  function ofObject(schema: Schema, value: string): string {
    const known = allowOnly(schema, ['required', 'properties', 'minProperties', 'additionalProperties']);
    const required = (known.required ?? []) as string[];
    const fields = Object.entries((known.properties ?? {}) as Record<string, Schema>);
    const conditions = [`isObject(${value})`];
    for (const [name, field] of fields) {
      const place = `${value}[${JSON.stringify(name)}]`;
      const valid = condition(field, place);
      conditions.push(required.includes(name) ? valid : `(${place} === undefined || ${valid})`);
    }
    if (known.minProperties !== undefined) {
      conditions.push(`Object.keys(${value}).length >= ${known.minProperties}`);
    }
    if (known.additionalProperties !== undefined) {
      if (fields.length > 0) throw new Error('validators: "additionalProperties" beside "properties".');
      const each = condition(known.additionalProperties as Schema, 'field');
      conditions.push(`Object.values(${value}).every((field) => ${each})`);
    }
    return conditions.join(' && ');
  }

  /** The name of the function for a schema under `components`, which is written once. */
  function guard($ref: string): string {
    const name = $ref.split('/').at(-1) ?? '';
    if (!guards.has(name)) {
      // Before the condition, which may refer to the schema itself.
      guards.set(name, '');
      const valid = condition(resolvePointer(document, $ref) as Schema, 'value');
      guards.set(
        name,
        `function is${name}(value: unknown): value is components['schemas']['${name}'] {\n  return ${valid};\n}\n`,
      );
    }
    return `is${name}`;
  }

  const byStatus = responses.map(({ status, schema }) => ({ status, name: guard(String(schema.$ref)) }));
  const types = byStatus.map(
    ({ status, name }) =>
      `  ${status}: (value: unknown) => value is components['schemas']['${name.slice(2)}'];\n`,
  );
  return [
    "import type { components } from './openapi.d.ts';\n",
    'function isObject(value: unknown): value is Record<string, unknown> {',
    "  return typeof value === 'object' && value !== null && !Array.isArray(value);\n}\n",
    ...guards.values(),
    '/** For each documented status, whether a parsed body is what the contract says. */',
    `export const validate: {\n${types.join('')}} = {\n${byStatus.map(({ status, name }) => `  ${status}: ${name},\n`).join('')}};\n`,
  ].join('\n');
}

function allowOnly(schema: Schema, keywords: string[]): Schema {
  const unknown = Object.keys(schema).find((key) => !keywords.includes(key) && !ANNOTATIONS.test(key));
  if (unknown === undefined) return schema;
  throw new Error(`validators: the keyword "${unknown}" is not known. Teach it to generator/validators.ts.`);
}

import type { Contract } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { FORMATS, KEYWORDS, type Schema } from '@ax-cloud/contract/schema';
import type { CheckedSchema } from './form-data.ts';

/** The schemas that the form checks responses with. */
export interface CheckedSchemas {
  /** By documented status. */
  responses: ReadonlyMap<number, CheckedSchema>;
  /** The schemas that these refer to, by their `$ref`. */
  schemas: Readonly<Record<string, CheckedSchema>>;
}

const CHECKED = new Set(['$ref', 'type', ...Object.values(KEYWORDS).flat()]);
const ANNOTATION = /^(title|description|examples|deprecated|x-.+)$/;

/**
 * Reads the schemas of a contract's responses, and those that they refer to, without their texts.
 *
 * @throws {Error} for a keyword or a format that the form does not check, because a verdict would claim more than was checked
 */
export function checkedSchemas({ document, responses }: Contract): CheckedSchemas {
  const schemas: Record<string, CheckedSchema> = {};

  function take(schema: Schema): CheckedSchema {
    const { $ref } = schema;
    if (typeof $ref === 'string' && !($ref in schemas)) {
      // Set first, because the schema may refer to itself.
      schemas[$ref] = {};
      const target = resolvePointer(document, $ref);
      if (target === undefined)
        throw new Error(`The contract has no schema at ${$ref}. Add it, or correct the $ref.`);
      schemas[$ref] = take(target as Schema);
    }
    const kept = Object.entries(schema).filter(([keyword]) => !ANNOTATION.test(keyword));
    return Object.fromEntries(kept.map(([keyword, value]) => [keyword, takeKeyword(keyword, value)]));
  }

  function takeKeyword(keyword: string, value: unknown): unknown {
    if (!CHECKED.has(keyword)) {
      throw new Error(
        `The form of the docs does not check the keyword "${keyword}" of a response. Remove it from spec/openapi.yaml, or add it to apps/docs/src/browser/form/valid.ts.`,
      );
    }
    if (keyword === 'format') return formatOf(String(value));
    if (keyword === 'items' || (keyword === 'additionalProperties' && typeof value === 'object'))
      return take(value as Schema);
    if (keyword !== 'properties') return value;
    const fields = Object.entries(value as Readonly<Record<string, Schema>>);
    return Object.fromEntries(fields.map(([name, field]) => [name, take(field)]));
  }

  return { responses: new Map(responses.map(({ status, schema }) => [status, take(schema)])), schemas };
}

function formatOf(format: string): [pattern: string, flags: string] {
  const known = FORMATS[format];
  if (known !== undefined) return [known.source, known.flags];
  throw new Error(
    `The form of the docs does not check the format "${format}". Write one of ${Object.keys(FORMATS).join(', ')} in spec/openapi.yaml.`,
  );
}

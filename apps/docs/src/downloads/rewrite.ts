import { type Node, objectAt } from '../node.ts';

/** What is moved or left out, because OpenAPI 3.0 has no place for it. */
export type Rewriting = 'summary' | 'fieldTexts' | 'siblings' | 'open';

/** A contract in OpenAPI 3.1 without the parts that OpenAPI 3.0 lacks and that converters write in a way that generators cannot read. */
export interface Rewritten {
  document: Node;
  done: ReadonlySet<Rewriting>;
}

/**
 * Moves texts that OpenAPI 3.0 has no place for: the summary of the contract, and the siblings of a `$ref`. Converters put such a
 * `$ref` into an `allOf`. swagger-codegen turns that into a class for each field, and for an enum into a class that does not compile.
 *
 * Leaves out `additionalProperties: true`, which is the default: swagger-codegen turns such an object into a map with empty declared
 * fields.
 */
export function rewrite(contract: Readonly<Node>): Rewritten {
  const done = new Set<Rewriting>();
  const { summary, ...info } = objectAt(contract, 'info');
  if (summary !== undefined) {
    done.add('summary');
    info.description = [summary, info.description].filter((text) => text !== undefined).join('\n\n');
  }
  const { info: _, ...rest } = contract;
  const { openapi, ...parts } = rewritten(rest, done) as Node;
  return { document: { openapi, info, ...parts }, done };
}

/** Data that is sent, and extensions: both stay unchanged. */
const AS_IT_IS = /^(value|example|examples|enum|default|x-.*)$/;

function rewritten(node: unknown, done: Set<Rewriting>): unknown {
  if (Array.isArray(node)) return node.map((item) => rewritten(item, done));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...beside } = node as Node;
  if (typeof $ref === 'string') {
    if (Object.keys(beside).some((key) => key !== 'description')) done.add('siblings');
    return { $ref };
  }
  const { additionalProperties: open, ...closed } = node as Node;
  if (open === true) done.add('open');
  const written = Object.entries(open === true ? closed : node).map(([key, value]) => {
    // The examples of a response are data by name, without a `$ref` of OpenAPI.
    if (AS_IT_IS.test(key)) return [key, value];
    if (key === 'properties') return [key, fieldsOf(value as Node, done)];
    return [key, rewritten(value, done)];
  });
  return withFieldTexts(Object.fromEntries(written), node as Node, done);
}

/** Rewrites the schemas of fields. The keys are the names of the fields. */
function fieldsOf(properties: Node, done: Set<Rewriting>): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, rewritten(field, done)]),
  );
}

/** Adds the texts beside the `$ref`s of fields to the description of the object. */
function withFieldTexts(written: Node, { properties, items }: Node, done: Set<Rewriting>): Node {
  const texts = [
    ...Object.entries((properties ?? {}) as Node).map(([name, field]) => [`\`${name}\`: `, field] as const),
    ['', items] as const,
  ].flatMap(([name, schema]) => {
    const { $ref, description } = (schema ?? {}) as { $ref?: string; description?: string };
    return $ref === undefined || description === undefined ? [] : [`${name}${description.trim()}`];
  });
  if (texts.length === 0) return written;
  done.add('fieldTexts');
  const own = typeof written.description === 'string' ? [written.description.trim()] : [];
  return { ...written, description: [...own, ...texts].join('\n\n') };
}

import { type Node, objectAt } from '../node.ts';

/** What is written in another place because OpenAPI 3.0 has no place for it, or left out. */
export type Rewriting = 'summary' | 'fieldTexts' | 'siblings' | 'open';

/** A contract in OpenAPI 3.1 without the forms that OpenAPI 3.0 cannot hold and that no converter writes for generators. */
export interface Rewritten {
  document: Node;
  done: ReadonlySet<Rewriting>;
}

/**
 * Moves the texts that OpenAPI 3.0 has no place for: the summary of the contract, and what stands beside a `$ref`. Converters put
 * such a `$ref` into an `allOf`, of which swagger-codegen makes a class for each field, and one that does not compile for an enum.
 *
 * Leaves out that an object is open, which it is without a word: of one that says so swagger-codegen makes a map, whose declared
 * fields are empty.
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

/** What goes over the wire, and what is not OpenAPI's. */
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
    // The examples of a response are objects with a name each, in which a `$ref` has no place.
    if (AS_IT_IS.test(key)) return [key, value];
    if (key === 'properties') return [key, fieldsOf(value as Node, done)];
    return [key, rewritten(value, done)];
  });
  return withFieldTexts(Object.fromEntries(written), node as Node, done);
}

/** The keys are names of fields. */
function fieldsOf(properties: Node, done: Set<Rewriting>): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, rewritten(field, done)]),
  );
}

/** The texts beside the `$ref`s of fields stand in the description of the object. */
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

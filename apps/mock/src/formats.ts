import { FORMATS, type ResolvedSchema, resolveSchema, type Schema } from '@ax-cloud/contract/schema';

/** A text without the format that its schema names. */
export interface MisformattedText {
  text: string;
  schema: ResolvedSchema;
}

/**
 * Finds the texts in a value that lack the format of their schema. Prism's formats differ slightly from the contract's, which every
 * derived part checks in the same way.
 */
export function findMisformatted(document: unknown, schema: Schema, value: unknown): MisformattedText[] {
  const found: MisformattedText[] = [];
  // A list in place of recursion: a value may be nested deeper than the stack.
  const waiting: [Schema, unknown][] = [[schema, value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [unresolved, part] = next;
    if (typeof part === 'string') {
      const resolved = resolveSchema(document, unresolved);
      const pattern = resolved.format === undefined ? undefined : FORMATS[resolved.format];
      if (pattern?.test(part) === false) found.push({ text: part, schema: resolved });
    } else if (typeof part === 'object' && part !== null) {
      const resolved = resolveSchema(document, unresolved);
      for (const [key, child] of Object.entries(part)) {
        const below = schemaBelow(resolved, key, Array.isArray(part));
        if (below !== undefined) waiting.push([below, child]);
      }
    }
  }
  return found;
}

/** Whether a schema, or one below it, names a format. */
export function namesFormat(document: unknown, schema: Schema): boolean {
  const seen = new Set<Schema>();
  const waiting: Schema[] = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // A schema may refer to itself.
    if (seen.has(next)) continue;
    seen.add(next);
    const { format, items, properties = {}, additionalProperties } = resolveSchema(document, next);
    if (format !== undefined) return true;
    if (items !== undefined) waiting.push(items);
    if (typeof additionalProperties === 'object') waiting.push(additionalProperties);
    waiting.push(...Object.values(properties));
  }
  return false;
}

/** The schema of an item of a list, or of a property of an object; undefined where the contract has none. */
export function schemaBelow(schema: ResolvedSchema, key: string, isList: boolean): Schema | undefined {
  if (isList) return schema.items;
  const { properties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

import { resolvePointer } from './expression.ts';
import { documentRule, type Node, type Path, type Report } from './rule.ts';
import { allSchemas, type PlacedSchema } from './schemas.ts';

const REFERENCE = /^#\/components\/schemas\/\w+$/;

/** Objects have names, because the client's types and checks are made by name, and a partner's generated classes are, too. */
export const namedSchemas = documentRule((document, report) => {
  const all = allSchemas(document);
  for (const placed of all) {
    const { schema, at, of } = placed;
    const name = String(at.at(-1));
    if (of === 'named' && !/^[A-Z]\w*$/.test(name)) {
      report(
        at,
        `The schema "${name}" needs a name of letters and digits that begins with a capital letter.`,
      );
    }
    if (typeof schema.$ref === 'string') checkReference(document, placed, schema.$ref, report);
    else if (of === 'body') {
      report(at, 'The schema of a body has no name. Move it to "components.schemas", and refer to it.');
    } else if (
      of !== 'named' &&
      ([schema.type].flat().includes('object') || schema.properties !== undefined)
    ) {
      report(
        at,
        'An object inside of another schema has no name. Move it to "components.schemas", and refer to it.',
      );
    }
  }
  for (const { schema, at } of all) {
    const owner = at.slice(0, 3);
    if (typeof schema.$ref === 'string' && at[1] === 'schemas' && leadsBack(all, schema.$ref, owner)) {
      report(at, `The schema "${owner[2]}" contains itself, which no part follows. Remove the $ref.`);
    }
  }
});

function checkReference(document: Node, { schema, at, of }: PlacedSchema, ref: string, report: Report): void {
  if (of === 'named') {
    report(
      at,
      `The schema "${at.at(-1)}" is another name for ${ref}. Write it out, or refer to ${ref} itself.`,
    );
  } else if (!REFERENCE.test(ref)) {
    report(at, `The $ref ${ref} does not lead to a named schema. Refer to "#/components/schemas/NAME".`);
  } else if (resolvePointer(document, ref) === undefined) {
    report(at, `There is no schema at ${ref}. Correct the $ref, or add the schema.`);
  } else if (of === 'body' && Object.keys(schema).length > 1) {
    report(at, 'A body is a $ref and nothing beside it. Move what stands beside it into the schema.');
  }
}

/** Whether the schema that is referred to leads back to the one that refers. */
function leadsBack(all: readonly PlacedSchema[], ref: string, owner: Path): boolean {
  const reached = new Set<unknown>();
  const waiting = [ref];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === `#/${owner.join('/')}`) return true;
    if (reached.has(next)) continue;
    reached.add(next);
    for (const { schema, at } of all)
      if (`#/${at.slice(0, 3).join('/')}` === next && typeof schema.$ref === 'string')
        waiting.push(schema.$ref);
  }
  return false;
}

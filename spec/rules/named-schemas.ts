import { documentRule } from './rule.ts';
import { allSchemas, resolve } from './schemas.ts';

/** Objects have names, because the client's types and checks are made by name, and a partner's generated classes are, too. */
export const namedSchemas = documentRule((document, report) => {
  for (const { schema, at, of } of allSchemas(document)) {
    const ref = typeof schema.$ref === 'string' ? schema.$ref : undefined;
    if (of === 'named') {
      if (!/^[A-Z]\w*$/.test(String(at.at(-1)))) {
        report(
          at,
          `The schema "${at.at(-1)}" needs a name of letters and digits that begins with a capital letter.`,
        );
      }
      continue;
    }
    if (ref !== undefined && !/^#\/components\/schemas\/\w+$/.test(ref)) {
      report(at, `The $ref ${ref} does not lead to a named schema. Refer to "#/components/schemas/NAME".`);
    }
    if (ref !== undefined) {
      if (of === 'body' && Object.keys(schema).length > 1) {
        report(
          at,
          'A body is a reference and nothing beside it. Move what stands beside the $ref into the schema.',
        );
      }
      continue;
    }
    if (of === 'body') {
      report(at, 'The schema of a body has no name. Move it to "components.schemas", and refer to it.');
    } else if (
      [resolve(document, schema).type].flat().includes('object') ||
      schema.properties !== undefined
    ) {
      report(
        at,
        'An object inside of another schema has no name. Move it to "components.schemas", and refer to it.',
      );
    }
  }
});

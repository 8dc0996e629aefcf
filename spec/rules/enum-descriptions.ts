import { documentRule, isNode, listOf, objectOf } from './rule.ts';
import { allSchemas } from './schemas.ts';

/** Every value of an enum has its meaning in `x-enumDescriptions`, and no other has: the docs show what stands there. */
export const enumDescriptions = documentRule((document, report) => {
  for (const { schema, at, of } of allSchemas(document)) {
    const meanings = schema['x-enumDescriptions'];
    if (schema.enum === undefined && meanings === undefined) continue;
    if (!isNode(meanings)) {
      if (of !== 'parameter')
        report(
          [...at, 'enum'],
          'The values have no meanings, so the docs cannot show them. Add "x-enumDescriptions": value → meaning.',
        );
      continue;
    }
    const values = listOf(schema.enum).map(String);
    for (const value of values) {
      if (typeof objectOf(meanings)[value] !== 'string') {
        report(
          [...at, 'enum'],
          `The value ${JSON.stringify(value)} has no meaning. Add it to "x-enumDescriptions", and its Korean text to openapi.ko.yaml.`,
        );
      }
    }
    for (const value of Object.keys(meanings)) {
      if (!values.includes(value))
        report(
          [...at, 'x-enumDescriptions', value],
          `"${value}" is not in the enum. Remove its meaning here and in openapi.ko.yaml, or add the value.`,
        );
    }
  }
});

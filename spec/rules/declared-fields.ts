import { examplesOf, jsonContent, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode, listOf, type Node, objectOf, type Path, type Report } from './rule.ts';
import { allSchemas, resolve } from './schemas.ts';

/**
 * Examples have only fields that their schema declares, even where the schema is open: a server may add fields, but an
 * extra field in an example is a typo.
 */
export const declaredFields = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation !== undefined) {
    for (const { node, at } of [requestBodyOf(operation), ...operation.responses]) {
      const { schema } = jsonContent(node, at).node;
      for (const example of examplesOf(node, at)) {
        checkValue(document, schema, example.node.value, [...example.at, 'value'], report);
      }
    }
  }
  for (const { schema, at } of allSchemas(document)) {
    listOf(schema.examples).forEach((value, index) => {
      checkValue(document, schema, value, [...at, 'examples', index], report);
    });
  }
});

function checkValue(document: Node, unresolved: unknown, value: unknown, at: Path, report: Report): void {
  const schema = resolve(document, unresolved);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkValue(document, schema.items, item, [...at, index], report);
    });
  } else if (isNode(value) && isNode(schema.properties)) {
    const properties = objectOf(schema.properties);
    for (const [name, part] of Object.entries(value)) {
      if (Object.hasOwn(properties, name))
        checkValue(document, properties[name], part, [...at, name], report);
      else if (!isNode(schema.additionalProperties)) {
        report(
          [...at, name],
          `The example names the field "${name}", which its schema does not declare. Correct the name, or declare the field.`,
        );
      }
    }
  }
}

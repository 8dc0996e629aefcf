import { resolvePointer } from './expression.ts';
import { jsonContent, operationOf, requestBodyOf } from './operation.ts';
import { isNode, type Node, objectOf, type Path } from './rule.ts';

/** A schema, and where it stands. */
export interface PlacedSchema {
  schema: Node;
  at: Path;
  /** What it is the schema of. */
  of: 'named' | 'body' | 'parameter' | 'property' | 'item' | 'additional';
}

/** Every schema of the document: those with names, those of bodies and parameters, and those inside of them. */
export function allSchemas(document: Node): PlacedSchema[] {
  const found: PlacedSchema[] = [];
  const waiting: PlacedSchema[] = topSchemas(document);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    found.push(next);
    waiting.push(...schemasIn(next));
  }
  return found;
}

function topSchemas(document: Node): PlacedSchema[] {
  const named = Object.entries(objectOf(objectOf(document.components).schemas)).map(([name, schema]) =>
    placed(schema, ['components', 'schemas', name], 'named'),
  );
  const operation = operationOf(document);
  if (operation === undefined) return named;
  const bodies = [requestBodyOf(operation), ...operation.responses].flatMap(({ node, at }) => {
    const content = jsonContent(node, at);
    return content.node.schema === undefined
      ? []
      : [placed(content.node.schema, [...content.at, 'schema'], 'body')];
  });
  const parameters = operation.parameters.flatMap(({ node, at }) =>
    node.schema === undefined ? [] : [placed(node.schema, [...at, 'schema'], 'parameter')],
  );
  return [...named, ...bodies, ...parameters];
}

/** The schemas directly inside of a schema. */
function schemasIn({ schema, at }: PlacedSchema): PlacedSchema[] {
  const { properties, items, additionalProperties } = schema;
  return [
    ...Object.entries(objectOf(properties)).map(([name, one]) =>
      placed(one, [...at, 'properties', name], 'property'),
    ),
    ...(isNode(items) ? [placed(items, [...at, 'items'], 'item')] : []),
    ...(isNode(additionalProperties)
      ? [placed(additionalProperties, [...at, 'additionalProperties'], 'additional')]
      : []),
  ];
}

function placed(schema: unknown, at: Path, of: PlacedSchema['of']): PlacedSchema {
  return { schema: objectOf(schema), at, of };
}

/** Follows a schema's `$ref`; what stands beside the reference adds to it. A reference that leads nowhere gives nothing. */
export function resolve(document: Node, schema: unknown): Node {
  const { $ref, ...beside } = objectOf(schema);
  if (typeof $ref !== 'string') return beside;
  // Limited, because a schema may refer to itself.
  let target = objectOf(resolvePointer(document, $ref));
  for (let depth = 0; typeof target.$ref === 'string' && depth < 20; depth += 1) {
    const { $ref: further, ...rest } = target;
    target = { ...objectOf(resolvePointer(document, String(further))), ...rest };
  }
  return { ...target, ...beside };
}

/** The fields of an object's schema. */
export function fieldsOf(document: Node, schema: unknown): Record<string, Node> {
  const { properties } = resolve(document, schema);
  return Object.fromEntries(
    Object.entries(objectOf(properties)).map(([name, one]) => [name, resolve(document, one)]),
  );
}

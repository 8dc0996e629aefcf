import { jsonContent, operationOf } from './operation.ts';
import { documentRule, type Node } from './rule.ts';
import { allSchemas, resolve } from './schemas.ts';

/**
 * The objects of responses say whether they are open. Java's and Go's generated clients throw at a field that they do not
 * know, after the order was cancelled, unless `additionalProperties: true` is written out.
 */
export const openResponses = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const reached = new Set<string>();
  const waiting = operation.responses.map(({ node, at }) =>
    String((jsonContent(node, at).node.schema as Node | undefined)?.$ref),
  );
  const all = allSchemas(document);
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (reached.has(ref)) continue;
    reached.add(ref);
    const inside = all.filter(({ at }) => `#/${at.slice(0, 3).join('/')}` === ref);
    waiting.push(...inside.flatMap(({ schema }) => (typeof schema.$ref === 'string' ? [schema.$ref] : [])));
  }
  for (const { schema, at, of } of all) {
    if (of !== 'named' || !reached.has(`#/${at.join('/')}`)) continue;
    const { type, additionalProperties } = resolve(document, schema);
    if (type === 'object' && additionalProperties === undefined) {
      report(
        at,
        'The object of a response does not say whether it is open. Write "additionalProperties: true" (or false, or a schema).',
      );
    }
  }
});

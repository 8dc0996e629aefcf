import { parseExpression, pointerSteps, resolvePointer } from './expression.ts';
import { examplesOf, jsonContent, operationOf } from './operation.ts';
import { documentRule, isNode, type Node, objectOf } from './rule.ts';
import { resolve } from './schemas.ts';

/** One response proves a cancel: the only 2xx, with `x-order` (where the order lies in it) and `x-echoes`. */
export const success = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const [only, ...others] = operation.responses.filter(({ status }) => /^2/.test(status));
  if (only === undefined) {
    report(
      [...operation.at, 'responses'],
      'No response proves a cancel. Document one 2xx with "x-order" and "x-echoes".',
    );
    return;
  }
  for (const { status, at } of others)
    report(at, `A second success, ${status}: a client could not tell what it proves. Remove one.`);
  const misplaced = operation.responses.flatMap(({ status, node, at }) =>
    ['x-order', 'x-echoes'].flatMap((key) =>
      node[key] === undefined || /^2/.test(status) ? [] : [{ key, status, at: [...at, key] }],
    ),
  );
  for (const { key, status, at } of misplaced)
    report(at, `"${key}" stands at ${status}, which is not a success. Move it to the 2xx.`);
  if (misplaced.length > 0 || others.length > 0) return;

  const { node, at, status } = only;
  const order = node['x-order'];
  const pointer = orderPointer(order);
  if (order === undefined) {
    report(at, `The ${status} does not say where the order lies. Add "x-order: $response.body#".`);
  } else if (pointer === undefined) {
    report(
      [...at, 'x-order'],
      `"x-order" is ${JSON.stringify(order)}. Write "$response.body#", or "$response.body#/FIELD" in an envelope.`,
    );
  } else {
    const missing = examplesOf(node, at).find(
      (example) => !isNode(resolvePointer(example.node.value, pointer)),
    );
    const where = missing === undefined ? 'the schema' : `the example "${missing.name}"`;
    if (missing !== undefined || orderSchema(document, node) === undefined)
      report([...at, 'x-order'], `"x-order" leads to no object in ${where}. Point to the order.`);
  }
  const echoes = node['x-echoes'];
  if (!isNode(echoes) || Object.keys(echoes).length === 0) {
    report(
      at,
      `The ${status} does not say what success means. Add "x-echoes": field of the order → expression into the request.`,
    );
  }
});

/** The schema of the order in a success, where `x-order` leads to one. */
export function orderSchema(document: Node, success: Node): Node | undefined {
  const pointer = orderPointer(success['x-order']);
  if (pointer === undefined) return undefined;
  let schema = resolve(document, jsonContent(success, []).node.schema);
  for (const step of pointerSteps(pointer)) schema = resolve(document, objectOf(schema.properties)[step]);
  return isNode(schema.properties) ? schema : undefined;
}

function orderPointer(value: unknown): string | undefined {
  try {
    const expression = parseExpression(String(value));
    return expression.part === 'body' && expression.side === 'response' ? expression.pointer : undefined;
  } catch {
    return undefined;
  }
}

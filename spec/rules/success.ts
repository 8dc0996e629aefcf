import { parseExpression, pointerSteps, resolvePointer } from './expression.ts';
import { examplesOf, jsonContent, type Operation, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode, listOf, type Node, objectOf, type Path, type Report } from './rule.ts';
import { fieldsOf, resolve } from './schemas.ts';

/**
 * One response proves a cancel: the only 2xx, with `x-order` (where the order lies in it) and `x-echoes` (what each field of
 * the order repeats of the request).
 */
export const success = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const proving = operation.responses.filter(({ status }) => /^2/.test(status));
  const [only, ...others] = proving;
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
  if (misplaced.length > 0) return;
  const { node, at } = only;
  const echoes = node['x-echoes'];
  if (node['x-order'] === undefined)
    report(at, `The ${only.status} does not say where the order lies. Add "x-order: $response.body#".`);
  if (!isNode(echoes) || Object.keys(echoes).length === 0) {
    report(
      at,
      `The ${only.status} does not say what success means. Add "x-echoes": field of the order → expression into the request.`,
    );
    return;
  }
  const order = orderSchema(document, node, at, report);
  if (order !== undefined)
    checkEchoes(document, operation, { echoes, at: [...at, 'x-echoes'], order }, report);
});

/** The schema of the order, where `x-order` leads to one. */
function orderSchema(document: Node, response: Node, at: Path, report: Report): Node | undefined {
  const pointer = orderPointer(response['x-order']);
  if (pointer === undefined) {
    if (response['x-order'] !== undefined) {
      report(
        [...at, 'x-order'],
        `"x-order" is ${JSON.stringify(response['x-order'])}. Write "$response.body#", or "$response.body#/FIELD" in an envelope.`,
      );
    }
    return undefined;
  }
  let schema = resolve(document, jsonContent(response, at).node.schema);
  for (const step of pointerSteps(pointer)) schema = resolve(document, objectOf(schema.properties)[step]);
  const missing = examplesOf(response, at).find(({ node }) => !isNode(resolvePointer(node.value, pointer)));
  if (missing !== undefined || schema.properties === undefined) {
    report(
      [...at, 'x-order'],
      `"x-order" leads to no object ${missing === undefined ? 'of the schema' : `in the example "${missing.name}"`}. Point to the order.`,
    );
    return undefined;
  }
  return schema;
}

function orderPointer(value: unknown): string | undefined {
  try {
    const expression = parseExpression(String(value));
    return expression.part === 'body' && expression.side === 'response' ? expression.pointer : undefined;
  } catch {
    return undefined;
  }
}

interface Echoes {
  echoes: Node;
  at: Path;
  order: Node;
}

function checkEchoes(
  document: Node,
  operation: Operation,
  { echoes, at, order }: Echoes,
  report: Report,
): void {
  const parts = partsOf(document, operation);
  const [code] = parts.keys();
  const fields = objectOf(order.properties);
  for (const [field, wanted] of Object.entries(echoes)) {
    const [part, received] = [parts.get(String(wanted)), resolve(document, fields[field])];
    if (fields[field] === undefined) {
      report([...at, field], `"x-echoes": the order has no field "${field}". Correct the name.`);
    } else if (part === undefined) {
      report(
        [...at, field],
        `"x-echoes": ${JSON.stringify(wanted)} is not a part of the request. Write one of ${[...parts.keys()].join(', ')}.`,
      );
    } else if (!canHold(received, part)) {
      report(
        [...at, field],
        `"x-echoes": the order's "${field}" cannot have every value of ${wanted}. Give both the same type and enum.`,
      );
    }
  }
  const echoed = Object.values(echoes).map(String);
  if (!echoed.every((one) => parts.has(one))) return;
  if (code !== undefined && !echoed.includes(code)) {
    report(
      at,
      `"x-echoes" does not compare the order code. Add the field of the order that repeats ${code}.`,
    );
  } else if (!echoed.some((one) => parts.get(one)?.['x-cancels'])) {
    const statuses = [...parts].flatMap(([part, schema]) => (schema['x-cancels'] ? [part] : []));
    if (statuses.length > 0)
      report(
        at,
        `"x-echoes" does not compare a status. Add the field that repeats ${statuses.join(' or ')}.`,
      );
  }
}

/** The parts of the request that an order can repeat, with their schemas; the order code first. */
function partsOf(document: Node, operation: Operation): Map<string, Node> {
  const body = requestBodyOf(operation);
  const fields = Object.entries(fieldsOf(document, jsonContent(body.node, body.at).node.schema));
  const code = operation.parameters.find(({ node }) => node.in === 'path')?.node;
  return new Map([
    [`$request.path.${code?.name}`, { type: 'string' }],
    ...fields.map(([name, schema]) => [`$request.body#/${name}`, schema] as const),
  ]);
}

/** Whether what is sent is valid where it comes back. */
function canHold(received: Node, sent: Node): boolean {
  const types = [received.type].flat();
  const values = listOf(sent.enum);
  const known = listOf(received.enum);
  return (
    [sent.type].flat().every((type) => types.includes(type)) &&
    (known.length === 0 || (values.length > 0 && values.every((value) => known.includes(value))))
  );
}

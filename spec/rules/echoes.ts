import { jsonContent, type Operation, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, listOf, type Node, objectOf } from './rule.ts';
import { fieldsOf, resolve } from './schemas.ts';
import { orderSchema } from './success.ts';

/** `x-echoes` says what each field of the order repeats of the request: at least the order code and a status. */
export const echoes = documentRule((document, report) => {
  const operation = operationOf(document);
  const success = operation?.responses.find(({ node }) => node['x-echoes'] !== undefined);
  const order = success === undefined ? undefined : orderSchema(document, success.node);
  if (operation === undefined || success === undefined || order === undefined) return;
  const said = objectOf(success.node['x-echoes']);
  const at = [...success.at, 'x-echoes'];
  const parts = partsOf(document, operation);
  const [code] = parts.keys();
  const fields = objectOf(order.properties);
  for (const [field, wanted] of Object.entries(said)) {
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
        wanted === code
          ? `"x-echoes": the order code is sent and compared as text, and the order's "${field}" does not take every text. Write "type: string" there, without an enum.`
          : `"x-echoes": the order's "${field}" cannot have every value of ${wanted}. Give both the same type and enum.`,
      );
    }
  }
  const echoed = Object.values(said).map(String);
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
});

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

/** Whether every value that can be sent is valid in the field that repeats it. */
function canHold(received: Node, sent: Node): boolean {
  const types = [received.type].flat();
  const values = listOf(sent.enum);
  const known = listOf(received.enum);
  return (
    [sent.type].flat().every((type) => types.includes(type)) &&
    (known.length === 0 || (values.length > 0 && values.every((value) => known.includes(value))))
  );
}

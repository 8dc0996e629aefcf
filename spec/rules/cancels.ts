import { examplesOf, jsonContent, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, listOf, type Node, objectOf, type Path, type Report } from './rule.ts';
import { allSchemas, fieldsOf } from './schemas.ts';

/** A schema says which request fields take the status, and which values are cancels (`x-cancels`). */
export const cancels = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const marked = allSchemas(document).filter(({ schema }) => schema['x-cancels'] !== undefined);
  const right = marked.filter(({ schema, at }) => checkValues(schema, at, report));
  if (right.length < marked.length) return;

  const body = requestBodyOf(operation);
  const content = jsonContent(body.node, body.at);
  if (content.node.schema === undefined) return;
  const taking = Object.entries(fieldsOf(document, content.node.schema)).filter(
    ([, field]) => field['x-cancels'],
  );
  const [first] = taking;
  if (first === undefined) {
    report(
      [...content.at, 'schema'],
      'No field of the request takes the status. Give its schema "x-cancels": the values that are cancels.',
    );
    return;
  }
  const [name, { 'x-cancels': values }] = first;
  const other = taking.find(([, field]) => JSON.stringify(field['x-cancels']) !== JSON.stringify(values));
  if (other !== undefined) {
    report(
      [...content.at, 'schema'],
      `"${other[0]}" has other cancels than "${name}". One status goes into both: give them the same "x-cancels".`,
    );
  }
  for (const { node, at } of examplesOf(body.node, body.at)) {
    const sent = taking.map(([field]) => objectOf(node.value)[field]).filter((value) => value !== undefined);
    const wrong = sent.find((value) => value !== sent[0] || !listOf(values).includes(value));
    if (wrong !== undefined || sent.length === 0) {
      report(
        [...at, 'value'],
        `The example does not cancel: ${taking.map(([field]) => `"${field}"`).join(' and ')} must have one value of "x-cancels".`,
      );
    }
  }
});

function checkValues(schema: Node, at: Path, report: Report): boolean {
  const values = listOf(schema.enum);
  const cancelling = listOf(schema['x-cancels']);
  const place = [...at, 'x-cancels'];
  const unknown = cancelling.find((value) => !values.includes(value));
  if (schema.enum === undefined || schema.type !== 'string') {
    report(place, '"x-cancels" belongs to a schema of the type string with an enum. Move it there.');
  } else if (cancelling.length === 0 || new Set(cancelling).size !== cancelling.length) {
    report(
      place,
      '"x-cancels" is not a list of different values. List the values of the enum that cancel an order.',
    );
  } else if (unknown !== undefined) {
    report(
      place,
      `"x-cancels" has ${JSON.stringify(unknown)}, which is not in the enum. List the values of the enum that cancel an order.`,
    );
  } else if (!cancelling.includes(values[0])) {
    report(
      [...at, 'enum'],
      `The first value, ${JSON.stringify(values[0])}, is not a cancel, and generators take it for samples. Put a cancel first.`,
    );
  } else return true;
  return false;
}

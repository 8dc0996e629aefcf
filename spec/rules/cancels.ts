import { jsonContent, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, listOf } from './rule.ts';
import { allSchemas, fieldsOf, resolve } from './schemas.ts';

/** Names that the client's input has itself, or that no object of JavaScript's can carry. */
const TAKEN = ['signal', '__proto__'];

/** Which fields of the request take the status, and which values are cancels, stands at their schema (`x-cancels`). */
export const cancels = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const body = requestBodyOf(operation);
  const content = jsonContent(body.node, body.at);
  if (content.node.schema === undefined) return;
  const fields = Object.entries(fieldsOf(document, content.node.schema));
  const taking = fields.filter(([, schema]) => schema['x-cancels'] !== undefined);
  const [first] = taking;
  if (first === undefined) {
    report(
      [...content.at, 'schema'],
      'No field of the request takes the status. Give its schema "x-cancels": the values that are cancels.',
    );
  }
  for (const [name, schema] of taking) {
    if (JSON.stringify(schema['x-cancels']) !== JSON.stringify(first?.[1]['x-cancels'])) {
      report(
        [...content.at, 'schema'],
        `"${name}" has other cancels than "${first?.[0]}". One status goes into both: give them the same "x-cancels".`,
      );
    }
  }
  for (const [name] of fields) {
    if (TAKEN.includes(name) || (name === 'status' && !taking.some(([one]) => one === name))) {
      report(
        [...content.at, 'schema'],
        `A field of the request is called "${name}", a name that the client's input has itself. Give it another.`,
      );
    }
  }
  for (const { schema, at } of allSchemas(document)) {
    if (schema['x-cancels'] === undefined) continue;
    const values = listOf(resolve(document, schema).enum);
    const cancelling = listOf(schema['x-cancels']);
    const unknown = cancelling.find((value) => !values.includes(value));
    if (cancelling.length === 0 || unknown !== undefined) {
      const what =
        cancelling.length === 0 ? 'is empty' : `has ${JSON.stringify(unknown)}, which is not in the enum`;
      report([...at, 'x-cancels'], `"x-cancels" ${what}. List the values of the enum that cancel an order.`);
    } else if (!cancelling.includes(values[0])) {
      report(
        [...at, 'enum'],
        `The first value, ${JSON.stringify(values[0])}, is not a cancel, and generators take it for samples. Put a cancel first.`,
      );
    }
  }
});

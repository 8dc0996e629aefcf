import { jsonContent, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, type Node } from './rule.ts';
import { allSchemas, fieldsOf } from './schemas.ts';

/** Names that the client's input has already. A field that takes the status may be called "status". */
const OF_THE_INPUT = ['status', 'signal'];

/** Names that the response to an invalid request has already. */
const OF_THE_REFUSAL = ['detail', 'non_field_errors'];

/** Fields have names that every part can carry: as a property, in a runtime expression, and beside what the parts add. */
export const fieldNames = documentRule((document, report) => {
  for (const { at, of } of allSchemas(document)) {
    if (of !== 'property') continue;
    const name = String(at.at(-1));
    if (!/^[A-Za-z_][\w-]*$/.test(name) || name in Object.prototype)
      report(
        at,
        `A field cannot be called "${name}". Use letters, digits, "_" and "-", and no name of JavaScript's own.`,
      );
  }
  const operation = operationOf(document);
  if (operation === undefined) return;
  const body = requestBodyOf(operation);
  const { schema } = jsonContent(body.node, body.at).node;
  const taken = (name: string, field: Node) =>
    OF_THE_REFUSAL.includes(name) ||
    (OF_THE_INPUT.includes(name) && !(name === 'status' && field['x-cancels']));
  for (const [name, field] of Object.entries(fieldsOf(document, schema))) {
    if (!taken(name, field)) continue;
    const owner = OF_THE_REFUSAL.includes(name) ? 'the response to an invalid request' : "the client's input";
    report(
      placeOf(document, schema, name),
      `A field of the request cannot be called "${name}", which ${owner} has itself. Give it another name.`,
    );
  }
});

/** The field in the schema that the body refers to. */
function placeOf(document: Node, schema: unknown, name: string) {
  const named = allSchemas(document).find(
    ({ at, of }) =>
      of === 'property' && at.at(-1) === name && `#/${at.slice(0, 3).join('/')}` === (schema as Node).$ref,
  );
  return named?.at ?? ['components', 'schemas'];
}

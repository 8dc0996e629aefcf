import { KEYWORDS } from './keywords.ts';
import { jsonContent, operationOf, refusalsOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode } from './rule.ts';
import { fieldsOf } from './schemas.ts';

/** The fields of the response to an invalid request that are not fields of the request. */
const OWN_FIELDS = ['detail', 'non_field_errors'];

/**
 * One response is for invalid requests: the one whose examples have `x-violation`. Where it has a list of messages for each
 * field, its fields are those of the request.
 */
export const invalidRequests = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const examples = refusalsOf(operation).filter(({ node }) => node['x-violation'] !== undefined);
  const kinds = ['syntax', 'required', 'type', ...new Set(Object.values(KEYWORDS).flat())];
  const seen = new Set<unknown>();
  for (const { node, at } of examples) {
    const kind = node['x-violation'];
    if (!kinds.includes(String(kind)))
      report(
        [...at, 'x-violation'],
        `"x-violation" is ${JSON.stringify(kind)}. Write one of ${kinds.join(', ')}.`,
      );
    if (seen.has(kind))
      report([...at, 'x-violation'], `A second example of the violation "${kind}". Remove one.`);
    seen.add(kind);
  }
  const responses = [...operation.at, 'responses'];
  if (!seen.has('syntax')) {
    report(
      responses,
      'No example of a response says how a body that is not JSON is refused: "x-violation: syntax". Add one.',
    );
  }
  const [first] = examples.filter(({ node }) => node['x-violation'] !== 'syntax');
  if (first === undefined) {
    report(
      responses,
      'No example of a response says how an invalid field is refused: "x-violation: enum". Add one.',
    );
    return;
  }
  for (const { status, at } of examples) {
    if (status !== first.status)
      report(
        [...at, 'x-violation'],
        `"x-violation" stands at ${status} and at ${first.status}. Put all of them into one response.`,
      );
  }

  const response = operation.responses.find(({ status }) => status === first.status);
  if (response === undefined) return;
  const body = requestBodyOf(operation);
  const content = jsonContent(response.node, response.at);
  const reported = fieldsOf(document, content.node.schema);
  const lists = Object.entries(reported).filter(([, schema]) => schema.type === 'array');
  if (lists.length === 0 || !isNode(body.node.content)) return;
  const sent = Object.keys(fieldsOf(document, jsonContent(body.node, body.at).node.schema));
  const at = [...content.at, 'schema'];
  for (const name of sent) {
    if (reported[name] === undefined)
      report(
        at,
        `The response to an invalid request has no field "${name}", which the request has. Add it to the schema of the ${first.status}.`,
      );
  }
  for (const name of Object.keys(reported)) {
    if (!sent.includes(name) && !OWN_FIELDS.includes(name))
      report(
        at,
        `The response to an invalid request has the field "${name}", which the request does not have. Remove it from the schema of the ${first.status}.`,
      );
  }
});

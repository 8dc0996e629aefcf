import { KEYWORDS } from './keywords.ts';
import { jsonContent, type Operation, operationOf, refusalsOf, requestBodyOf } from './operation.ts';
import { documentRule, listOf, type Node, type Report } from './rule.ts';
import { fieldsOf, resolve } from './schemas.ts';

/** The fields of the response to an invalid request that are not fields of the request. */
const DETAIL = 'detail';
const WHOLE_BODY = 'non_field_errors';

/** Keywords that say which fields there are, not which values are valid. */
const STRUCTURE = ['items', 'properties', 'additionalProperties'];
/** What an example can show: a body that is not JSON, or the keyword that a value breaks. */
const KINDS = ['syntax', 'type', ...new Set(Object.values(KEYWORDS).flat())].filter(
  (one) => !STRUCTURE.includes(one),
);

/**
 * One response is for invalid requests: the one whose examples have `x-violation`. Where it has a list of messages for each
 * field, its fields are those of the request.
 */
export const invalidRequests = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const examples = refusalsOf(operation).filter(({ node }) => node['x-violation'] !== undefined);
  const seen = new Set<unknown>();
  for (const { node, at } of examples) {
    const kind = node['x-violation'];
    if (!KINDS.includes(String(kind)))
      report(
        [...at, 'x-violation'],
        `"x-violation" is ${JSON.stringify(kind)}. Write one of ${KINDS.join(', ')}.`,
      );
    else if (seen.has(kind))
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
  if (response !== undefined) checkFields(document, operation, response, report);
});

/** If the response has lists of messages, it has one for each field of the request, and no other. */
function checkFields(
  document: Node,
  operation: Operation,
  { status, node, at }: Operation['responses'][number],
  report: Report,
): void {
  const body = requestBodyOf(operation);
  const content = jsonContent(node, at);
  const place = [...content.at, 'schema'];
  const reported = fieldsOf(document, content.node.schema);
  if (!Object.values(reported).some(({ type }) => type === 'array')) return;
  const sent = Object.keys(fieldsOf(document, jsonContent(body.node, body.at).node.schema));
  for (const name of [...sent, WHOLE_BODY]) {
    const list = reported[name];
    const items = resolve(document, list?.items);
    if (list === undefined || list.type !== 'array' || items.type !== 'string') {
      report(
        place,
        `The response to an invalid request has no list of messages "${name}". Add it to the schema of the ${status}, and its Korean text to openapi.ko.yaml.`,
      );
    }
  }
  if (reported[DETAIL]?.type !== 'string')
    report(
      place,
      `The response to an invalid request has no text "${DETAIL}". Add it to the schema of the ${status}.`,
    );
  for (const name of Object.keys(reported)) {
    if (![...sent, WHOLE_BODY, DETAIL].includes(name))
      report(
        place,
        `The response to an invalid request has the field "${name}", which the request does not have. Remove it from the schema of the ${status}.`,
      );
  }
  const [required] = listOf(resolve(document, content.node.schema).required);
  if (required !== undefined) {
    report(
      place,
      `The response to an invalid request always has "${required}", which most do not. Remove "required" from the schema of the ${status}.`,
    );
  }
}

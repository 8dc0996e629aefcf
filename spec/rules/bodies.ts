import { JSON_TYPE, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode, type Node, objectOf, type Path, type Report } from './rule.ts';
import { resolve } from './schemas.ts';

/** The request and every response have a JSON body, an object with a named schema and examples, under a status of its own. */
export const bodies = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const request = requestBodyOf(operation);
  if (operation.node.requestBody === undefined) {
    report(operation.at, 'The operation has no requestBody, so no status can be sent. Add one.');
  } else if (
    checkBody(document, request.node, request.at, 'The request', report) &&
    request.node.required !== true
  ) {
    report(request.at, 'The requestBody is not required. Write "required: true".');
  }
  for (const { status, node, at } of operation.responses) {
    if (!/^[245]\d\d$/.test(status)) {
      report(
        at,
        `No part follows the response "${status}". Document a status of its own: 2xx for the success, 4xx or 5xx.`,
      );
      continue;
    }
    if (status === '407') {
      report(
        at,
        'A 407 is the response of a proxy, which browsers and Node.js do not hand out. Document another 4xx.',
      );
      continue;
    }
    if (['204', '205'].includes(status)) {
      report(
        at,
        `A ${status} has no body in HTTP, and every part reads one. Document 200, 201 or 202 in its place.`,
      );
      continue;
    }
    if (!checkBody(document, node, at, `The response ${status}`, report)) continue;
    for (const key of ['headers', 'links']) {
      if (node[key] !== undefined)
        report([...at, key], `No part follows "${key}" of a response. Say it in the description.`);
    }
  }
});

/** Checks a request or a response. Returns false where no part can follow it. */
function checkBody(document: Node, holder: Node, at: Path, who: string, report: Report): boolean {
  if (holder.$ref !== undefined) {
    report(at, `${who} is a $ref to ${holder.$ref}, which is not followed. Write it out here.`);
    return false;
  }
  const types = Object.keys(objectOf(holder.content));
  if (types.length === 0) {
    report(at, `${who} has no body. Give it a content of ${JSON_TYPE} with a schema and examples.`);
    return false;
  }
  for (const type of types) {
    const place = [...at, 'content', type];
    if (type === JSON_TYPE) checkContent(document, objectOf(objectOf(holder.content)[type]), place, report);
    else report(place, `No part follows the media type ${type}. Write ${JSON_TYPE}.`);
  }
  return types.includes(JSON_TYPE);
}

function checkContent(document: Node, content: Node, at: Path, report: Report): void {
  const { schema, examples, ...others } = content;
  const unread = Object.keys(others).filter((key) => !key.startsWith('x-'));
  for (const key of unread) {
    report(
      [...at, key],
      `No part follows "${key}" of a body. Remove it; examples have names, under "examples".`,
    );
  }
  if (!isNode(schema)) report(at, 'The body has no schema. Refer to a named one.');
  else if (isNamed(document, schema) && resolve(document, schema).type !== 'object') {
    report(
      [...at, 'schema'],
      'A body is an object, and this one may be something else. Write "type: object".',
    );
  }
  const named = Object.entries(objectOf(examples));
  if (named.length === 0 && unread.length === 0) report(at, 'The body has no named example. Add "examples".');
  for (const [name, example] of named) {
    if (!/^[\w.-]+$/.test(name))
      report(
        [...at, 'examples', name],
        `No header can ask for the example "${name}" by its name. Use letters, digits, "_", "-" and ".".`,
      );
    const { value, externalValue, $ref } = objectOf(example);
    if (value === undefined || externalValue !== undefined || $ref !== undefined)
      report([...at, 'examples', name], `The example "${name}" has no value here. Write it under "value".`);
  }
}

/** Whether the rules for schemas accept the schema, so that its type can be trusted. */
function isNamed(document: Node, schema: Node): boolean {
  return typeof schema.$ref === 'string' && resolve(document, schema).type !== undefined;
}

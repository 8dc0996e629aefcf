import { JSON_TYPE, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, isNode, type Node, objectOf, type Path, type Report } from './rule.ts';

/** Every response has a JSON body with a named schema and examples, and a status that a client can act on. */
export const responseBodies = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const body = requestBodyOf(operation);
  if (isNode(body.node.content)) checkMediaTypes(body.node, body.at, report);
  for (const { status, node, at } of operation.responses) {
    if (status.startsWith('x-')) continue;
    if (!/^[245]\d\d$/.test(status)) {
      report(
        at,
        `The response "${status}" is followed by no part. Document a status of its own: 2xx for the success, 4xx or 5xx.`,
      );
      continue;
    }
    if (node.$ref !== undefined) {
      report(at, 'A response by $ref is not followed. Write it here.');
      continue;
    }
    for (const key of ['headers', 'links']) {
      if (node[key] !== undefined)
        report([...at, key], `"${key}" of a response is followed by no part. Say it in the description.`);
    }
    if (!isNode(node.content) || Object.keys(node.content).length === 0) {
      report(
        at,
        `The response ${status} has no body. Give it a content of ${JSON_TYPE} with a schema and examples.`,
      );
      continue;
    }
    checkMediaTypes(node, at, report);
  }
});

function checkMediaTypes(holder: Node, at: Path, report: Report): void {
  for (const [type, content] of Object.entries(objectOf(holder.content))) {
    const place = [...at, 'content', type];
    if (type !== JSON_TYPE) {
      report(place, `The media type ${type} is followed by no part. Write ${JSON_TYPE}.`);
      continue;
    }
    const { schema, examples, ...others } = objectOf(content);
    if (!isNode(schema)) report(place, 'The body has no schema. Refer to a named one.');
    if (Object.keys(objectOf(examples)).length === 0)
      report(place, 'The body has no named example. Add "examples".');
    for (const key of Object.keys(others).filter((one) => !one.startsWith('x-'))) {
      report(
        [...place, key],
        `"${key}" of a body is followed by no part. Remove it; examples have names, under "examples".`,
      );
    }
    for (const [name, example] of Object.entries(objectOf(examples))) {
      const { value, externalValue, $ref } = objectOf(example);
      if (value === undefined || externalValue !== undefined || $ref !== undefined) {
        report(
          [...place, 'examples', name],
          `The example "${name}" has no value here. Write it under "value".`,
        );
      }
    }
  }
}

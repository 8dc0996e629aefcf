import { jsonContent, METHODS, operationOf, requestBodyOf } from './operation.ts';
import { documentRule, objectOf } from './rule.ts';

const ITEM_KEYS = ['summary', 'description'];

/**
 * Exactly one operation, because the client, the mock, the docs and the contract tests derive from one. What a path item or
 * the document can say beside it, nobody would read.
 */
export const oneOperation = documentRule((document, report) => {
  const places = Object.entries(objectOf(document.paths)).flatMap(([path, item]) => {
    for (const key of Object.keys(objectOf(item))) {
      if (METHODS.includes(key) || ITEM_KEYS.includes(key) || key.startsWith('x-')) continue;
      report(['paths', path, key], `"${key}" at a path is read by no part. Move it into the operation.`);
    }
    return Object.keys(objectOf(item))
      .filter((key) => METHODS.includes(key))
      .map((method) => ['paths', path, method]);
  });
  if (places.length === 0) report(['paths'], 'The contract has no operation. Add the one that it is about.');
  for (const place of places.slice(1)) {
    report(
      place,
      'A second operation: every part derives from one. Remove it, or give it a contract of its own.',
    );
  }
  if (document.webhooks !== undefined) report(['webhooks'], 'Webhooks are followed by no part. Remove them.');

  const operation = operationOf(document);
  if (operation === undefined) return;
  for (const key of ['callbacks', 'servers', 'security']) {
    if (operation.node[key] !== undefined) {
      report([...operation.at, key], `"${key}" at the operation is followed by no part. Remove it.`);
    }
  }
  const body = requestBodyOf(operation);
  if (operation.node.requestBody === undefined) {
    report(operation.at, 'The operation has no requestBody, so no status can be sent. Add one.');
  } else if (body.node.$ref !== undefined) {
    report(body.at, 'A requestBody by $ref is not followed. Write it here.');
  } else if (body.node.required !== true) {
    report(body.at, 'The requestBody is not required. Write "required: true".');
  } else if (jsonContent(body.node, body.at).node.schema === undefined) {
    report(body.at, 'The requestBody has no application/json with a schema. Add it.');
  }
});

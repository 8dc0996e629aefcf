import { type Operation, operationOf } from './operation.ts';
import { documentRule, objectOf, type Report } from './rule.ts';
import { resolve } from './schemas.ts';

const PLACES = ['path', 'query', 'header'];
const OWN_HEADERS = ['authorization', 'accept', 'content-type'];
const SCALARS = ['string', 'integer', 'number', 'boolean'];
const UNREAD = ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'content', 'examples'];

/** Parameters that every part can send, check and show: text, a number or a boolean in the path, the query or a header. */
export const parameters = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const seen = new Set<string>();
  for (const { node, at } of operation.parameters) {
    if (node.$ref !== undefined) {
      report(at, 'A parameter by $ref is not followed. Write it here.');
      continue;
    }
    const [name, place] = [String(node.name), String(node.in)];
    const key = `${place} ${name.toLowerCase()}`;
    if (seen.has(key)) report(at, `The parameter "${name}" is there twice. Remove one.`);
    seen.add(key);
    if (!PLACES.includes(place)) {
      report([...at, 'in'], `A parameter in "${place}" is followed by no part. Write path, query or header.`);
    }
    if (place === 'header' && OWN_HEADERS.includes(name.toLowerCase())) {
      report(
        at,
        `The header ${name} is set by every part itself. Describe it under "securitySchemes" or "content".`,
      );
    }
    for (const unread of UNREAD) {
      if (node[unread] !== undefined)
        report([...at, unread], `"${unread}" of a parameter is followed by no part. Remove it.`);
    }
    const { type } = resolve(document, node.schema);
    if (node.content === undefined && !SCALARS.includes(String(type))) {
      report(
        at,
        `The parameter "${name}" has the type ${JSON.stringify(type)}. Write one of ${SCALARS.join(', ')}.`,
      );
    }
    if (!SCALARS.includes(typeof node.example)) {
      report(
        at,
        `The parameter "${name}" has no example, which the mock, the samples and the tests send. Add "example".`,
      );
    }
    if (typeof node.description !== 'string')
      report(at, `The parameter "${name}" has no description. Add one.`);
  }
  checkPath(operation, report);
});

/** The path has one parameter, the order code, and it is declared under the name that it has there. */
function checkPath({ path, at, parameters: declared }: Operation, report: Report): void {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => String(name));
  if (names.length !== 1 || !/^\w+$/.test(names[0] ?? '')) {
    report(
      at.slice(0, 2),
      'The path must have exactly one parameter, the order code, of letters, digits and underscores.',
    );
    return;
  }
  const inPath = declared.filter(({ node }) => node.in === 'path');
  const [only, ...others] = inPath;
  if (only === undefined) {
    report(at, `The path's parameter "${names[0]}" is not declared. Add it to "parameters" with "in: path".`);
    return;
  }
  if (others.length > 0 || only.node.name !== names[0]) {
    report(
      only.at,
      `The path has the parameter "${names[0]}", and "parameters" has "${String(objectOf(only.node).name)}". Give both one name.`,
    );
  }
}

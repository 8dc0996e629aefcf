import { operationOf } from './operation.ts';
import { documentRule, listOf, type Node, type Path, type Report } from './rule.ts';
import { resolve } from './schemas.ts';

const PLACES = ['path', 'query', 'header'];
const SCALARS = ['string', 'integer', 'number', 'boolean'];
const UNREAD = ['style', 'explode', 'allowReserved', 'allowEmptyValue', 'content', 'examples'];

/** Headers that a parameter cannot declare: the parts set them, or the mock reads them (`prefer`). */
const OWN_HEADERS = ['authorization', 'accept', 'content-type', 'user-agent', 'prefer'];

/**
 * Headers of the connection, and those that a program cannot leave out or cannot set: the Fetch Standard forbids them in browsers
 * ("forbidden request-header"), and the fetch of Node.js always sends `Accept-Language`.
 */
const HTTP_HEADERS =
  /^(accept-(charset|encoding|language)|access-control-.*|connection|content-(encoding|length)|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/;

/** The beginning of query parameters by which the mock, as Prism, is asked for one of the responses. */
const OF_THE_MOCK = '__';

/** Values that cannot be a path segment: empty, dot segments, NUL, or a slash, at which servers split even when it is encoded. */
const NOT_A_SEGMENT = /^\.{0,2}$|[/\0]/;

/** The problem of a value that no path can carry; undefined for any other value. */
export function segmentProblem(value: unknown): string | undefined {
  if (!NOT_A_SEGMENT.test(String(value))) return undefined;
  return `No path can carry ${JSON.stringify(value)} as its order code. Write a value without "/", and not only dots.`;
}

/** What the value of a header is made of. */
export const HEADER_VALUE = 'Use ASCII, without spaces at the ends.';

/** Whether a header can carry a value. */
export function isHeaderValue(value: unknown): boolean {
  return /^[!-~]([ -~]*[!-~])?$/.test(String(value));
}

/** Parameters that every part can send, check and show: text, a number or a boolean in the path, the query or a header. */
export const parameters = documentRule((document, report) => {
  const operation = operationOf(document);
  if (operation === undefined) return;
  const seen = new Set<string>();
  for (const { node, at } of operation.parameters) {
    if (node.$ref !== undefined) {
      report(at, `A parameter by $ref (${node.$ref}) is not followed. Write it out here.`);
      continue;
    }
    const [name, place] = [String(node.name), String(node.in)];
    const key = `${place} ${name.toLowerCase()}`;
    if (seen.has(key)) report(at, `The parameter "${name}" is there twice. Remove one.`);
    else if (!PLACES.includes(place)) {
      report([...at, 'in'], `No part follows a parameter in "${place}". Write path, query or header.`);
    } else if (checkName(name, place, at, report)) checkParameter(document, node, at, report);
    seen.add(key);
  }
  checkPath(operation.path, operation.at, operation.parameters, report);
});

function checkName(name: string, place: string, at: Path, report: Report): boolean {
  const lower = name.toLowerCase();
  if (place === 'header' && (OWN_HEADERS.includes(lower) || HTTP_HEADERS.test(lower))) {
    report(
      at,
      `The header ${name} is set by every part, or by the programs that speak HTTP. Remove the parameter.`,
    );
  } else if (place === 'header' && !/^[\w!#$%&'*+.^~-]+$/.test(name)) {
    report([...at, 'name'], `"${name}" cannot be the name of a header. Use letters, digits and "-".`);
  } else if (place === 'query' && name.startsWith(OF_THE_MOCK)) {
    report(
      [...at, 'name'],
      `The mock takes "${name}" as a wish for a response. Give the parameter another name.`,
    );
  } else if (place === 'query' && !/^[\w.~-]+( [\w.~-]+)*$/.test(name)) {
    report(
      [...at, 'name'],
      `Not every code sample can write "${name}" into a URL. Use letters, digits and "_", "-", "." or "~".`,
    );
  } else if (name === '' || name in Object.prototype) {
    report([...at, 'name'], `A parameter cannot be called "${name}". Give it another name.`);
  } else return true;
  return false;
}

function checkParameter(document: Node, node: Node, at: Path, report: Report): void {
  const [name, place] = [String(node.name), String(node.in)];
  const unread = UNREAD.filter((key) => node[key] !== undefined);
  for (const key of unread)
    report(
      [...at, key],
      `No part follows "${key}" of a parameter. Remove it; its value stands in "example".`,
    );
  if (unread.length > 0) return;
  const { type, enum: values } = resolve(document, node.schema);
  if (!SCALARS.includes(String(type))) {
    report(
      at,
      `The parameter "${name}" has ${type === undefined ? 'no type' : `the type ${JSON.stringify(type)}`}. Write one of ${SCALARS.join(', ')}.`,
    );
    return;
  }
  if (place === 'path' && (type === 'boolean' || values !== undefined)) {
    report(
      at,
      'An order code with few values cannot name every order. Write a text or a number without an enum.',
    );
    return;
  }
  if (!SCALARS.includes(typeof node.example) || node.example === '') {
    report(
      at,
      `The parameter "${name}" has no example, which the mock, the samples and the tests send. Add "example".`,
    );
  }
  const unsent = [node.example, ...listOf(values)].find((value) => !isHeaderValue(value));
  if (place === 'header' && unsent !== undefined && node.example !== undefined) {
    report(at, `No header can carry ${JSON.stringify(unsent)}. ${HEADER_VALUE}`);
  }
  const badSegment =
    node.example === undefined || node.example === '' ? undefined : segmentProblem(node.example);
  if (place === 'path' && badSegment !== undefined) report(at, badSegment);
  if (typeof node.description !== 'string')
    report(at, `The parameter "${name}" has no description. Add one.`);
  if (place === 'path' && node.required !== true)
    report(at, `The parameter "${name}" in the path is not required. Write "required: true".`);
}

/** The path has one parameter, the order code, and it is declared under the name that it has there. */
function checkPath(path: string, at: Path, all: readonly { node: Node; at: Path }[], report: Report): void {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  const [name = ''] = names;
  if (names.length !== 1 || !/^[A-Za-z_][\w-]*$/.test(name)) {
    report(
      at.slice(0, 2),
      `The path has ${names.length} parameters. Write exactly one, the order code, of letters, digits, "_" and "-".`,
    );
    return;
  }
  const problem = pathProblem(path);
  if (problem !== undefined) report(at.slice(0, 2), problem);
  if (all.some(({ node }) => node.$ref !== undefined)) return;
  const [only, ...others] = all.filter(({ node }) => node.in === 'path');
  if (only === undefined) {
    report(at, `The path's parameter "${name}" is not declared. Add it to "parameters" with "in: path".`);
  } else if (only.node.name !== name) {
    report(
      only.at,
      `The path has the parameter "${name}", and "parameters" has "${only.node.name}". Give both one name.`,
    );
  }
  for (const other of others) report(other.at, `The path has no parameter "${other.node.name}". Remove it.`);
}

/** What a path has that URLs, the programs that read them, or the mock take for something else. */
function pathProblem(path: string): string | undefined {
  // RFC 3986, 3.3, without percent-encoding: some programs encode it once more.
  const [char] = /[^\w\-.~!$&'()*+,;=:@/{}]/u.exec(path) ?? [];
  if (char !== undefined)
    return `No part follows ${JSON.stringify(char)} in a path. Use letters, digits and -._~!$&'()*+,;=:@ in its steps.`;
  if (/\/(\.{0,2})\//.test(path))
    return 'A step of the path is empty, "." or "..", which programs leave out. Remove it.';
  return path.startsWith('/_mock')
    ? 'The mock has own pages below /_mock. Begin the path otherwise.'
    : undefined;
}

import { METHODS } from './methods.ts';
import { isNode, listOf, type Node, objectOf, type Path } from './rule.ts';

/** The contract's one operation, and where it stands. */
export interface Operation {
  path: string;
  node: Node;
  at: Path;
  parameters: readonly { node: Node; at: Path }[];
  responses: readonly { status: string; node: Node; at: Path }[];
}

/** The only media type that the parts follow. */
export const JSON_TYPE = 'application/json';

/** Finds the operation. Returns undefined unless there is exactly one, which the rule "one-operation" reports. */
export function operationOf(document: Node): Operation | undefined {
  const found = Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item)).flatMap(([method, node]) =>
      METHODS.includes(method) && isNode(node) ? [{ path, method, node }] : [],
    ),
  );
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return undefined;
  const { path, method, node } = only;
  const at = ['paths', path, method];
  return {
    path,
    node,
    at,
    parameters: listOf(node.parameters).map((one, index) => ({
      node: objectOf(one),
      at: [...at, 'parameters', index],
    })),
    responses: Object.entries(objectOf(node.responses)).map(([status, one]) => ({
      status,
      node: objectOf(one),
      at: [...at, 'responses', status],
    })),
  };
}

/** The JSON content of a request or a response, and where it stands. */
export function jsonContent(holder: Node, at: Path): { node: Node; at: Path } {
  const content = objectOf(objectOf(holder.content)[JSON_TYPE]);
  return { node: content, at: [...at, 'content', JSON_TYPE] };
}

/** One named example, and where it stands. */
export interface NamedExample {
  name: string;
  node: Node;
  at: Path;
}

/** The named JSON examples of a request or a response. */
export function examplesOf(holder: Node, at: Path): NamedExample[] {
  const content = jsonContent(holder, at);
  return Object.entries(objectOf(content.node.examples)).map(([name, node]) => ({
    name,
    node: objectOf(node),
    at: [...content.at, 'examples', name],
  }));
}

/** The examples of all responses with a status of 400 and more. */
export function refusalsOf({ responses }: Operation): (NamedExample & { status: string })[] {
  return responses
    .filter(({ status }) => /^[45]\d\d$/.test(status))
    .flatMap(({ status, node, at }) => examplesOf(node, at).map((example) => ({ ...example, status })));
}

/** The request's body and where it stands. */
export function requestBodyOf({ node, at }: Operation): { node: Node; at: Path } {
  return { node: objectOf(node.requestBody), at: [...at, 'requestBody'] };
}

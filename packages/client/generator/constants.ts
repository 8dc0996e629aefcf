import type { Contract } from '@ax-cloud/channel-spec/contract';

/** The values of the contract that the client needs at run time, as the text of a module. */
export function constants({ path, method, servers, responses }: Contract): string {
  const environments = Object.fromEntries(servers.map(({ environment, url }) => [environment, url]));
  const success = responses.find(({ status }) => status === 200);
  const literal = (value: unknown) => `${JSON.stringify(value, null, 2)} as const;\n`;
  return [
    '/** The path of the operation, with its parameter in braces. */',
    `export const PATH = ${literal(path)}`,
    '/** The method of the operation. */',
    `export const METHOD = ${literal(method)}`,
    "/** AX Cloud's servers by the name of their environment. */",
    `export const ENVIRONMENTS = ${literal(environments)}`,
    '/** What a success repeats: a field of the answer, and the part of the request that it must equal. */',
    `export const ECHOES = ${literal(Object.entries(success?.echoes ?? {}).map(echo))}`,
  ].join('\n');
}

/** One rule of `x-echoes` in the terms that the client checks: a field of the answer and the part of the request. */
function echo([response, request]: [string, string]) {
  const [, field] = /^\$response\.body#\/([^/]+)$/.exec(response) ?? [];
  const [, where, name] = /^\$request\.(path|body)[.#]\/?([^/]+)$/.exec(request) ?? [];
  if (field === undefined || where === undefined || name === undefined) {
    throw new SyntaxError(`x-echoes: the client cannot check that ${response} equals ${request}.`);
  }
  return { field, in: where, name };
}

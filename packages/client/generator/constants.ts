import type { Contract } from '@ax-cloud/contract/contract';

/** The values of the contract that the client needs at run time, as the text of a module. */
export function constants({ path, method, servers, responses }: Contract): string {
  const environments = Object.fromEntries(servers.map(({ environment, url }) => [environment, url]));
  const success = responses.find(({ status }) => status === 200);
  const echoes = Object.entries(success?.echoes ?? {}).map(echo);
  const literal = (value: unknown) => `${JSON.stringify(value, null, 2)} as const;\n`;
  return [
    "import type { components } from './openapi.d.ts';\n",
    '/** The path of the operation, with its parameter in braces. */',
    `export const PATH = ${literal(path)}`,
    '/** The method of the operation. */',
    `export const METHOD = ${literal(method)}`,
    "/** AX Cloud's servers by the name of their environment. */",
    `export const ENVIRONMENTS = ${literal(environments)}`,
    '/** What a success repeats of a request: the fields of the answer, and the values that they must have. */',
    "export function echoOf(code: string, body: components['schemas']['CancelRequest']): {",
    ...echoes.map(({ field }) => `  ${field}: string;`),
    '} {\n  return {',
    ...echoes.map(({ field, value }) => `    ${field}: ${value},`),
    '  };\n}\n',
  ].join('\n');
}

/** One rule of `x-echoes`: a field of the answer, and an expression for the part of the request that it equals. */
function echo([response, request]: [string, string]): { field: string; value: string } {
  const [, field] = /^\$response\.body#\/(\w+)$/.exec(response) ?? [];
  if (field !== undefined) {
    if (request === '$request.path.ax_order_code') return { field, value: 'code' };
    const [, name] = /^\$request\.body#\/(\w+)$/.exec(request) ?? [];
    if (name !== undefined) return { field, value: `body.${name}` };
  }
  throw new SyntaxError(`x-echoes: the client cannot check that ${response} equals ${request}.`);
}

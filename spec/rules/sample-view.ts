import { evaluate, parseExpression, pointerSteps } from './expression.ts';
import {
  examplesOf,
  jsonContent,
  type Operation,
  operationOf,
  refusalsOf,
  requestBodyOf,
} from './operation.ts';
import { listOf, type Node, objectOf } from './rule.ts';
import type { Language } from './sample-literals.ts';
import { fieldsOf } from './schemas.ts';

/** What a template of a code sample can name. Every text is written in the sample's language. */
export type SampleView = Readonly<Record<string, unknown>>;

/** Reads out of a contract that has passed lint what its code samples need: the first example of the request, and its success. */
export function sampleView(document: Node, language: Language): SampleView {
  const operation = operationOf(document);
  if (operation === undefined) throw new Error('The contract has no operation to show in code samples.');
  const { literal, variable, inside } = language;
  const body = requestBodyOf(operation);
  const [example] = examplesOf(body.node, body.at);
  const values = objectOf(example?.node.value);
  const schemas = fieldsOf(document, jsonContent(body.node, body.at).node.schema);
  const takesStatus = (name: string) => schemas[name]?.['x-cancels'] !== undefined;
  const status = Object.entries(values).find(([name]) => takesStatus(name))?.[1];
  const fields = marked(
    Object.entries(values).map(([name, value], index) => ({
      name: language.key(name),
      nameText: literal(name),
      value: takesStatus(name) ? variable('status') : literal(value),
      isStatus: takesStatus(name),
      // For a language without JSON: the field as text, up to the status where it takes that.
      jsonText: literal(
        `${index === 0 ? '{' : ','}${JSON.stringify(name)}:${takesStatus(name) ? '' : JSON.stringify(value)}`,
      ),
    })),
  );
  const code = parameterIn(operation, 'path');
  const [pathBefore = '', pathAfter = ''] = operation.path.split(`{${code?.name}}`);
  const headers = required(operation, 'header', language);
  const parameters = required(operation, 'query', language);
  const query = new URLSearchParams(
    operation.parameters
      .filter(({ node }) => node.in === 'query' && node.required === true)
      .map(({ node }): [string, string] => [String(node.name), String(node.example)]),
  ).toString();
  return {
    method: operation.at.at(-1)?.toString().toUpperCase(),
    server: inside(testServer(document)),
    serverText: literal(testServer(document)),
    pathBefore: inside(pathBefore),
    pathEnd: inside(pathAfter + (query && `?${query}`)),
    keyPrefix: inside(keyPrefix(operation)),
    order: literal(String(code?.example)),
    orderInUrl: encodeURIComponent(String(code?.example)),
    status: literal(status),
    fields,
    others: fields.filter(({ isStatus }) => !isStatus),
    headers,
    hasHeaders: headers.length > 0,
    parameters,
    hasParameters: parameters.length > 0,
    body: literal(JSON.stringify(values, null, 2).replaceAll('\n', '\n  ')),
    ...success(
      operation,
      language,
      { path: { [String(code?.name)]: String(code?.example) }, headers: {}, body: values },
      takesStatus,
    ),
    refused: either([
      ...new Set(
        refusalsOf(operation)
          .filter(({ status }) => status.startsWith('4'))
          .map(({ status }) => status),
      ),
    ]),
  };
}

function success(
  operation: Operation,
  { access, literal, parsed, variable, key }: Language,
  request: Parameters<typeof evaluate>[1]['request'],
  takesStatus: (name: string) => boolean,
): SampleView {
  const response = operation.responses.find(({ node }) => node['x-echoes'] !== undefined);
  const order = parseExpression(String(response?.node['x-order'] ?? '$response.body#'));
  const steps = order.part === 'body' ? pointerSteps(order.pointer) : [];
  const echoes = Object.entries(objectOf(response?.node['x-echoes'])).flatMap(([field, wanted]) => {
    const expression = parseExpression(String(wanted));
    const value = evaluate(String(wanted), { request });
    if (value === undefined) return [];
    const isStatus = expression.part === 'body' && takesStatus(expression.pointer.slice(1));
    const named = expression.part === 'path' ? 'order' : isStatus ? 'status' : undefined;
    return [
      {
        name: key(field),
        nameText: literal(field),
        access: [...steps, field].map(access).join(''),
        isVariable: named !== undefined,
        expected: named === undefined ? parsed(value) : variable(named),
      },
    ];
  });
  return {
    success: response?.status,
    echoes: marked(echoes),
    steps: steps.map((step) => ({ nameText: literal(step) })),
    depth: steps.length + 1,
  };
}

function required({ parameters }: Operation, place: string, { literal, key }: Language) {
  const wanted = parameters.filter(({ node }) => node.in === place && node.required === true);
  return marked(
    wanted.map(({ node }) => ({
      name: key(String(node.name)),
      nameText: literal(node.name),
      value: literal(node.example),
      text: literal(String(node.example)),
      line: literal(`${node.name}: ${node.example}`),
    })),
  );
}

function parameterIn({ parameters }: Operation, place: string): Node | undefined {
  return parameters.find(({ node }) => node.in === place)?.node;
}

/** The word and the space before the key, as the example of a wrong key has them. */
function keyPrefix(operation: Operation): string {
  const keys = refusalsOf(operation).map(
    ({ node }) => objectOf(node['x-provoked-by'])['$request.header.Authorization'],
  );
  const key = String(keys.find((one) => one !== undefined && one !== '') ?? '');
  return key.slice(0, key.indexOf(' ') + 1);
}

function testServer(document: Node): string {
  const server = listOf(document.servers)
    .map(objectOf)
    .find((one) => one['x-environment'] === 'test');
  return String(server?.url);
}

/** `400, 403 or 404` */
function either(statuses: readonly string[]): string {
  return statuses.length < 2
    ? statuses.join('')
    : `${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}`;
}

/** Marks the ends of a list, beside which no comma stands. */
function marked<Item extends object>(items: readonly Item[]): (Item & { first: boolean; last: boolean })[] {
  return items.map((item, index) => ({ ...item, first: index === 0, last: index === items.length - 1 }));
}

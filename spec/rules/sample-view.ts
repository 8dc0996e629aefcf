import { EXIT_CODES } from './exit-codes.ts';
import { evaluate, parseExpression, pointerSteps } from './expression.ts';
import { MARK_WORDS, marksIn } from './marks.ts';
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
import { fieldsOf, resolve } from './schemas.ts';

/** What a template of a code sample can name. Every text is written in the sample's language. */
export type SampleView = Readonly<Record<string, unknown>>;

/** How long a sample waits, in seconds. */
const LIMIT = 10;

/**
 * Reads what code samples need from a contract that has passed lint: the first example of the request, and its success.
 *
 * @param limit the seconds for the whole call; another number in tests only
 */
export function sampleView(document: Node, language: Language, limit = LIMIT): SampleView {
  const operation = operationOf(document);
  if (operation === undefined) throw new Error('The contract has no operation to show in code samples.');
  const { literal, sent = literal, variable, inside } = language;
  const body = requestBodyOf(operation);
  const [example] = examplesOf(body.node, body.at);
  const values = objectOf(example?.node.value);
  const schemas = fieldsOf(document, jsonContent(body.node, body.at).node.schema);
  const takesStatus = (name: string) => schemas[name]?.['x-cancels'] !== undefined;
  const status = Object.entries(values).find(([name]) => takesStatus(name))?.[1];
  const fields = marked(
    Object.entries(values).map(([name, value]) => ({
      name: language.key(name),
      nameText: sent(name),
      value: takesStatus(name) ? variable('status') : sent(value),
      isStatus: takesStatus(name),
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
    pathAfter: inside(pathAfter),
    pathEnd: inside(pathAfter + (query && `?${query}`)),
    // For a language whose URL is a template with a variable for each value.
    queryTemplate: inside(queryTemplate(operation)),
    keyPrefix: inside(keyPrefix(operation)),
    order: literal(String(code?.example)),
    status: literal(status),
    fields,
    others: fields.filter(({ isStatus }) => !isStatus),
    headers,
    hasHeaders: headers.length > 0,
    parameters,
    hasParameters: parameters.length > 0,
    ...success(
      operation,
      language,
      { path: { [String(code?.name)]: String(code?.example) }, headers: {}, body: values },
      takesStatus,
    ),
    refusals: refusals(document, operation, language),
    mark: markOfRefusals(operation),
    limit,
    exitUnknown: EXIT_CODES.unknown,
    exitRefused: EXIT_CODES.refused,
    exitMisuse: EXIT_CODES.misuse,
  };
}

function success(
  operation: Operation,
  { access, literal, sent = literal, parsed = literal, variable, key }: Language,
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
        nameText: sent(field),
        access: [...steps, field].map(access).join(''),
        expected: named === undefined ? parsed(value) : variable(named),
      },
    ];
  });
  return {
    success: response?.status,
    echoes: marked(echoes),
    steps: marked(steps.map((step) => ({ nameText: sent(step) }))),
  };
}

/** The documented statuses of a refusal, each with the fields that its body must have to be one. */
function refusals(document: Node, operation: Operation, { access, literal, sent = literal }: Language) {
  const documented = operation.responses.filter(({ status }) => status.startsWith('4'));
  return marked(
    documented.map(({ status, node, at }) => ({
      status,
      required: listOf(resolve(document, jsonContent(node, at).node.schema).required)
        .map(String)
        .map((field) => ({ nameText: sent(field), access: access(field) })),
    })),
  );
}

/** The mark that several refusals share, ` (inferred: …)`: each of their descriptions says that nothing was changed. */
function markOfRefusals({ responses }: Operation): string {
  const marks = responses
    .filter(({ status }) => status.startsWith('4'))
    .flatMap(({ node }) => marksIn(String(node.description)))
    .flatMap(({ certainty, questions }) => questions.map((id) => `${MARK_WORDS[certainty].en}: ${id}`));
  const shared = [...new Set(marks.filter((mark, index) => marks.indexOf(mark) !== index))];
  return shared.length === 0 ? '' : ` (${shared.join('; ')})`;
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

/** `?dry={dry}` */
function queryTemplate({ parameters }: Operation): string {
  const wanted = parameters.filter(({ node }) => node.in === 'query' && node.required === true);
  return wanted.map(({ node }, index) => `${index === 0 ? '?' : '&'}${node.name}={${node.name}}`).join('');
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

/** Marks the first and the last item, so that a template can place commas. */
function marked<Item extends object>(items: readonly Item[]): (Item & { first: boolean; last: boolean })[] {
  return items.map((item, index) => ({ ...item, first: index === 0, last: index === items.length - 1 }));
}

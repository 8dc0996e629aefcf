import { parseExpression, pointerSteps, resolvePointer } from '@ax-cloud/contract/expression';

/** An object of a document. */
type Node = Record<string, unknown>;

/** Returns an edited copy of a bundled contract. */
export type Edit = (document: Readonly<Node>) => Node;

/** A text with characters that are special in some language. */
const TRICKY = ['It\'s "so" \\ $HOME `ls` {a} 한글 😀', '{x}'].join(' $');

/** Fields of every type in the request, most of them repeated in the order. */
export const otherValues = edited(({ document, request, success, examples, schema }) => {
  const values: Node = {
    text: TRICKY,
    lines: 'one\ntwo\tthree',
    'hyphen-ated': '',
    seats: 3,
    price: 12.5,
    sure: true,
    unsure: false,
    nothing: null,
    list: ['a', 1, null],
    none: [],
    nested: { deep: { yes: true, no: null }, 'a-b': [] },
    empty: {},
  };
  const types: Node = { seats: 'integer', price: 'number', sure: 'boolean', unsure: 'boolean' };
  const echoed = ['text', 'hyphen-ated', 'seats', 'price', 'sure', 'unsure'];
  const [example] = examples;
  for (const [name, value] of Object.entries(values)) {
    const field = { type: types[name] ?? (typeof value === 'string' ? 'string' : 'object') };
    Object.assign(propertiesOf(request), { [name]: field });
    Object.assign(example?.request ?? {}, { [name]: value });
  }
  for (const name of echoed) {
    Object.assign(propertiesOf(schema), { [name]: { type: types[name] ?? 'string' } });
    Object.assign(success['x-echoes'] as Node, { [name]: `$request.body#/${name}` });
    Object.assign(example?.order ?? {}, { [name]: values[name] });
  }
  return document;
});

/** A POST to another path, with headers, query parameters and an order code that must be encoded. */
export const otherPlace = edited(({ document, operation, success }) => {
  document.paths = { '/v2/$trips/{trip-code}/$cancel': { post: operation } };
  const code = (operation.parameters as Node[]).find((parameter) => parameter.in === 'path');
  const old = `$request.path.${code?.name}`;
  Object.assign(code ?? {}, { name: 'trip-code', example: "A/1 2%?#&'é" });
  const echoes = success['x-echoes'] as Node;
  for (const [field, wanted] of Object.entries(echoes))
    if (wanted === old) echoes[field] = '$request.path.trip-code';
  const parameter = (name: string, place: string, required: boolean, example: unknown) => ({
    name,
    in: place,
    required,
    description: name,
    schema: { type: typeof example },
    example,
  });
  operation.parameters = [
    parameter('X-Branch', 'header', true, 7),
    parameter('X-Mode', 'header', true, 'it\'s "live" \\ $HOME'),
    parameter('X-Trace', 'header', false, 'left-out'),
    ...(operation.parameters as Node[]),
    parameter('dry', 'query', true, false),
    parameter('why', 'query', true, "a b&c='d'$HOME"),
    parameter('more', 'query', false, 'left-out'),
  ];
  return document;
});

/** A 201 with the order in an additional envelope, and with a renamed field. */
export const enveloped = edited(({ document, operation, success, examples }) => {
  const responses = operation.responses as Node;
  for (const [status, response] of Object.entries(responses)) {
    if (response !== success) continue;
    delete responses[status];
    responses['201'] = success;
  }
  const content = (success.content as Record<string, { schema: unknown; examples: Record<string, Node> }>)[
    'application/json'
  ];
  for (const example of Object.values(content?.examples ?? {}))
    example.value = { data: { order: example.value } };
  const inside = { type: 'object', properties: { order: content?.schema } };
  Object.assign(content ?? {}, { schema: { type: 'object', properties: { data: inside } } });
  const { pointer } = orderOf(success);
  success['x-order'] = `$response.body#/data/order${pointer}`;
  const [name = ''] = Object.keys(examples[0]?.request ?? {});
  const renamed = JSON.stringify(document).replaceAll(`"${name}"`, '"newName"');
  return JSON.parse(renamed.replaceAll(`$request.body#/${name}"`, '$request.body#/newName"'));
});

/** The parts of a contract that an edit changes. */
interface Parts {
  document: Node;
  operation: Node;
  success: Node;
  /** The schema of the request. */
  request: Node;
  /** The schema of the order in the success. */
  schema: Node;
  /** Each example of a request, and the order in its response. */
  examples: { request: Node; order: Node }[];
}

function edited(change: (parts: Parts) => Node): Edit {
  return (original) => {
    const document = structuredClone(original) as Node;
    const [item = {}] = Object.values(document.paths as Record<string, Record<string, Node>>);
    const [operation = {}] = Object.values(item);
    const success = Object.values(operation.responses as Record<string, Node>).find(
      (response) => response['x-echoes'] !== undefined,
    );
    if (success === undefined) throw new Error('The contract has no success.');
    const [sent, received] = [contentOf(operation.requestBody as Node), contentOf(success)];
    const { pointer, steps } = orderOf(success);
    const parts: Parts = {
      document,
      operation,
      success,
      request: resolved(document, sent.schema),
      schema: steps.reduce(
        (schema, step) => resolved(document, propertiesOf(schema)[step] as Node),
        resolved(document, received.schema),
      ),
      examples: Object.entries(sent.examples).map(([name, { value }]) => ({
        request: value as Node,
        order: resolvePointer(received.examples[name]?.value, pointer) as Node,
      })),
    };
    return change(parts);
  };
}

function contentOf(holder: Node): { schema: Node; examples: Record<string, Node> } {
  const [content] = Object.values(
    holder.content as Record<string, { schema: Node; examples: Record<string, Node> }>,
  );
  return content ?? { schema: {}, examples: {} };
}

function resolved(document: Node, schema: Node): Node {
  return (typeof schema.$ref === 'string' ? resolvePointer(document, schema.$ref) : schema) as Node;
}

/** The place of the order in the success. */
function orderOf(success: Node): { pointer: string; steps: string[] } {
  const order = parseExpression(String(success['x-order']));
  const pointer = order.part === 'body' ? order.pointer : '';
  return { pointer, steps: pointerSteps(pointer) };
}

function propertiesOf(schema: Node): Node {
  return schema.properties as Node;
}

import { readFile } from 'node:fs/promises';
import { bundleUrl, type Contract, readContract } from '@ax-cloud/contract/contract';
import { orderIn } from '@ax-cloud/contract/echo';
import { type OrderFields, orderFields } from '@ax-cloud/contract/order-fields';

/** A node of the bundled document. */
// biome-ignore lint/suspicious/noExplicitAny: an edit reaches any node of the document
type Node = any;

/** The nodes that edits change. */
interface Nodes {
  document: Node;
  operation: Node;
  /** The path parameter. */
  code: Node;
  responses: Node;
  /** The responses for a cancel, a wrong key, an unknown order code and an invalid body. */
  success: Node;
  key: Node;
  unknown: Node;
  invalid: Node;
  /** The request body: its schema, its properties and its examples. */
  request: Node;
  fields: Node;
  bodies: Node[];
  /** The names of the request's status fields. */
  statuses: string[];
  /** The order in a success: its schema, the names of its fields and its examples. */
  order: Node;
  names: OrderFields;
  orders: Node[];
  schemas: Node;
}

/** An edit of the contract that a maintainer might make. The suite must follow it. */
export interface Edit {
  /** Completes the test title "a contract with …". */
  name: string;
  /**
   * The case in which the suite of the edited contract fails the mock of the unedited one. If several are listed, the settled
   * questions decide which one fails.
   */
  fails?: string | readonly string[];
  /** The edit works only in the plain reading of these questions. */
  speaks?: readonly string[];
  edit(nodes: Nodes): void;
}

const bundle = await readFile(bundleUrl('en'), 'utf8');

/** The bundled contract after an edit. */
export function contractAfter({ edit }: Edit): Contract {
  const document: Node = JSON.parse(bundle);
  const [item]: Node[] = Object.values(document.paths);
  const [operation]: Node[] = Object.values(item);
  const { schemas } = document.components;
  const base = readContract(JSON.parse(bundle));
  const having = (test: (example: Node) => boolean) =>
    Object.values(operation.responses as Record<string, Node>).find((one) =>
      Object.values(contentOf(one).examples as Record<string, Node>).some(test),
    );
  const provokedBy = (part: string) => (example: Node) =>
    Object.entries((example['x-provoked-by'] ?? {}) as object).some(
      ([expression, value]) => expression.startsWith(part) && value !== '',
    );
  const success = operation.responses[base.success.status];
  const { examples } = operation.requestBody.content['application/json'];
  edit({
    document,
    operation,
    code: operation.parameters.find((one: Node) => one.in === 'path'),
    responses: operation.responses,
    success,
    key: having(provokedBy('$request.header.Authorization')),
    unknown: having(provokedBy('$request.path.')),
    invalid: having((example) => 'x-violation' in example),
    request: schemas.CancelRequest,
    fields: schemas.CancelRequest.properties,
    bodies: Object.values(examples as Record<string, { value: Node }>).map(({ value }) => value),
    statuses: base.request.fields.filter(({ cancels }) => cancels !== undefined).map(({ name }) => name),
    order: schemas.CancelledOrder,
    names: orderFields(base),
    orders: Object.values(contentOf(success).examples as Record<string, Node>).map(({ value }) =>
      orderIn(base.success, value),
    ),
    schemas,
  });
  return readContract(document);
}

const errorDetail = (name: string, detail: string, more: object = {}) => ({
  description: 'x',
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/ErrorDetail' },
      examples: { [name]: { summary: 'x', description: 'x', value: { detail }, ...more } },
    },
  },
});

const contentOf = (response: Node) => response.content['application/json'];

/** Renames a key of an object and keeps its position. */
function rename(object: Node, from: string, to: string): void {
  const entries = Object.entries(object).map(([key, value]) => [key === from ? to : key, value]);
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, Object.fromEntries(entries));
}

/** Renames a field of the request throughout the contract. */
function renameField(nodes: Nodes, from: string, to: string): void {
  const { request, fields, bodies, invalid, success, schemas } = nodes;
  rename(fields, from, to);
  request.required = request.required?.map((name: string) => (name === from ? to : name)) ?? [];
  for (const body of bodies) rename(body, from, to);
  rename(schemas.InvalidRequest?.properties ?? {}, from, to);
  for (const { value } of Object.values(contentOf(invalid).examples) as Node[]) rename(value, from, to);
  const { 'x-echoes': echoes } = success;
  for (const [name, wanted] of Object.entries(echoes)) {
    if (wanted === `$request.body#/${from}`) echoes[name] = `$request.body#/${to}`;
  }
}

/** Removes a field of the request throughout the contract. */
function removeField(nodes: Nodes, name: string): void {
  const { request, fields, bodies, invalid, success, schemas } = nodes;
  delete fields[name];
  request.required = request.required?.filter((one: string) => one !== name) ?? [];
  for (const body of bodies) delete body[name];
  delete schemas.InvalidRequest?.properties[name];
  const { examples } = contentOf(invalid);
  for (const [key, { value }] of Object.entries(examples) as [string, Node][]) {
    delete value[name];
    if (Object.keys(value).length === 0) delete examples[key];
  }
  const { 'x-echoes': echoes } = success;
  for (const [field, wanted] of Object.entries(echoes)) {
    if (wanted === `$request.body#/${name}`) delete echoes[field];
  }
}

/** Adds a field to the request, to its examples, and to the messages about an invalid request. */
function addField({ fields, bodies, schemas }: Nodes, name: string, schema: Node, value: unknown): void {
  fields[name] = { description: 'x', examples: [value], ...schema };
  for (const body of bodies) body[name] = value;
  if (schemas.InvalidRequest !== undefined)
    schemas.InvalidRequest.properties[name] = { $ref: '#/components/schemas/Messages', description: 'x' };
}

function changeStatus({ responses }: Nodes, response: Node, to: string): void {
  const from = Object.keys(responses).find((status) => responses[status] === response) ?? '';
  rename(responses, from, to);
}

function makeRequired(request: Node, ...names: string[]): void {
  request.required = [...(request.required ?? []), ...names];
}

const header = (
  name: string,
  required: boolean,
  schema: object = { type: 'string' },
  example: unknown = 'C-1',
) => ({
  name,
  in: 'header',
  required,
  description: 'x',
  schema,
  example,
});

/** Two required parameters and an optional one. */
export const REQUIRED_PARAMETERS: Edit = {
  name: 'a required header, a required query parameter with characters to encode, and an optional header',
  edit: ({ operation }) => {
    operation.parameters.unshift(header('Channel-Code', true), header('Trace', false));
    operation.parameters.push({ ...header('place', true, { type: 'string' }, 'a b&c'), in: 'query' });
  },
};

export const EDITS: readonly Edit[] = [
  REQUIRED_PARAMETERS,
  {
    name: 'a required header before the order code',
    edit: ({ operation }) => operation.parameters.unshift(header('Channel-Code', true)),
  },
  {
    name: 'an optional header and an optional query parameter',
    edit: ({ operation }) =>
      operation.parameters.push(header('X-Trace', false), { ...header('trace', false), in: 'query' }),
  },
  {
    name: 'a required query parameter that is an integer, and one with characters to encode',
    edit: ({ operation }) =>
      operation.parameters.push(
        { ...header('store', true, { type: 'integer', minimum: 1 }, 7), in: 'query' },
        { ...header('place', true, { type: 'string' }, 'a b&c'), in: 'query' },
      ),
  },
  {
    name: 'a required boolean header that is refused when empty',
    edit: ({ operation, responses }) => {
      operation.parameters.push(header('Dry-Run', true, { type: 'boolean' }, false));
      responses['428'] = errorDetail('noHeader', 'x', { 'x-provoked-by': { '$request.header.Dry-Run': '' } });
    },
  },
  {
    name: 'a documented 409',
    edit: ({ responses }) => {
      responses['409'] = errorDetail('conflict', '이미 취소된 주문입니다.');
    },
  },
  {
    name: 'a documented 409 for one order code',
    edit: ({ code, responses }) => {
      responses['409'] = errorDetail('conflict', 'x', {
        'x-provoked-by': { [`$request.path.${code.name}`]: '00000000-0000-4000-8000-000000000409' },
      });
    },
  },
  {
    name: 'a documented 422 with its own schema',
    edit: ({ responses, schemas }) => {
      schemas.Unprocessable = {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'integer', description: 'x', examples: [1] } },
        additionalProperties: true,
      };
      responses['422'] = errorDetail('unprocessable', 'x');
      const content = contentOf(responses['422']);
      content.schema = { $ref: '#/components/schemas/Unprocessable' };
      content.examples.unprocessable.value = { code: 1 };
    },
  },
  {
    name: 'a documented 503',
    edit: ({ responses }) => {
      responses['503'] = errorDetail('unavailable', 'x');
    },
  },
  {
    name: 'one more kind of cancel',
    edit: ({ schemas: { RequestedStatus: status } }) => {
      status.enum.splice(2, 0, 'Supplier cancel');
      status['x-cancels'].push('Supplier cancel');
    },
  },
  {
    name: 'only statuses that cancel',
    edit: ({ schemas: { RequestedStatus: status } }) => {
      status.enum = status['x-cancels'];
    },
  },
  {
    name: 'only one kind of cancel and one example',
    edit: ({ operation, success, schemas: { RequestedStatus: status } }) => {
      status.enum = ['Traveler cancel', 'New'];
      status['x-cancels'] = ['Traveler cancel'];
      delete operation.requestBody.content['application/json'].examples.unavoidableCancel;
      delete contentOf(success).examples.unavoidableCancel;
    },
  },
  {
    name: 'a comment of at most 100 characters',
    speaks: ['required-legend'],
    edit: ({ fields }) => {
      fields.comment.maxLength = 100;
    },
  },
  {
    name: 'a comment of at most 20 characters, shorter than the id of a run',
    speaks: ['required-legend'],
    edit: ({ fields }) => {
      fields.comment.maxLength = 20;
    },
  },
  {
    name: 'a comment of at least one character',
    speaks: ['required-legend'],
    edit: ({ fields }) => {
      fields.comment.minLength = 1;
    },
  },
  {
    name: 'a comment with a pattern',
    speaks: ['required-legend'],
    edit: ({ fields }) => {
      fields.comment.pattern = '취소';
    },
  },
  {
    name: 'a comment with a format',
    speaks: ['required-legend'],
    edit: ({ fields, bodies }) => {
      fields.comment.format = 'date';
      fields.comment.examples = ['2026-01-31'];
      bodies[0].comment = '2026-01-31';
    },
  },
  {
    name: 'a comment that may be null',
    speaks: ['required-legend'],
    edit: ({ fields }) => {
      fields.comment.type = ['string', 'null'];
    },
  },
  { name: 'no comment', speaks: ['required-legend'], edit: (nodes) => removeField(nodes, 'comment') },
  {
    name: 'a required comment',
    speaks: ['required-legend'],
    fails: 'body.comment.missing',
    edit: ({ request, bodies }) => {
      makeRequired(request, 'comment');
      for (const body of bodies) body.comment ??= '취소';
    },
  },
  {
    name: 'an additional required integer',
    fails: 'body.reason_code.missing',
    edit: (nodes) => {
      addField(nodes, 'reason_code', { type: 'integer', minimum: 1, maximum: 9 }, 3);
      makeRequired(nodes.request, 'reason_code');
    },
  },
  {
    name: 'an additional required string and an additional optional boolean',
    edit: (nodes) => {
      addField(nodes, 'agent', { type: 'string', format: 'email' }, 'a@ota.example');
      addField(nodes, 'notify', { type: 'boolean' }, true);
      makeRequired(nodes.request, 'agent');
    },
  },
  {
    name: 'an additional optional number and an additional enum',
    edit: (nodes) => {
      addField(nodes, 'fee', { type: 'number', minimum: 0 }, 1.5);
      addField(nodes, 'reason', { type: 'string', enum: ['weather', 'illness'] }, 'weather');
    },
  },
  {
    name: 'another name for a status of the request',
    edit: (nodes) => renameField(nodes, nodes.statuses[0] ?? '', 'ax_state'),
  },
  {
    name: 'another name for the comment',
    speaks: ['required-legend'],
    edit: (nodes) => renameField(nodes, 'comment', 'note'),
  },
  {
    name: "the names from the page's cURL for both statuses",
    speaks: ['body-field-names', 'superseded-version'],
    edit: (nodes) => {
      renameField(nodes, 'ax_status', 'ax_order_status');
      renameField(nodes, 'channel_status', 'channel_order_status');
    },
  },
  {
    name: 'other names in the order',
    fails: 'cancel.travelerCancel',
    edit: ({ order, orders, success }) => {
      const { 'x-echoes': echoes } = success;
      for (const [from, to] of [
        ['ax_order_code', 'order_code'],
        ['ax_order_status', 'state'],
        ['channel_order_code', 'channel_code'],
      ] as const) {
        rename(order.properties, from, to);
        order.required = order.required.map((name: string) => (name === from ? to : name));
        rename(echoes, from, to);
        for (const example of orders) rename(example, from, to);
      }
    },
  },
  {
    name: 'an order that does not repeat its code',
    edit: ({ success, names }) => {
      delete success['x-echoes'][names.code ?? ''];
    },
  },
  {
    name: 'no additional properties in the request',
    fails: 'body.extra-field',
    edit: ({ request }) => {
      request.additionalProperties = false;
    },
  },
  {
    name: 'another path and another name for its parameter',
    fails: 'reading.order-code',
    edit: ({ document, code, success, names, unknown }) => {
      const [path = ''] = Object.keys(document.paths);
      rename(document.paths, path, '/v2/orders/{code}/cancel');
      code.name = 'code';
      success['x-echoes'][names.code ?? ''] = '$request.path.code';
      for (const example of Object.values(contentOf(unknown).examples) as Node[]) {
        const [value] = Object.values(example['x-provoked-by']);
        example['x-provoked-by'] = { '$request.path.code': value };
      }
    },
  },
  {
    name: 'an order code that is an integer',
    edit: ({ code, unknown, names, orders }) => {
      code.schema = { type: 'integer', minimum: 1 };
      code.example = 1234567890123;
      const { examples } = contentOf(unknown);
      delete examples.malformedOrder;
      examples.unknownOrder['x-provoked-by'] = { [`$request.path.${code.name}`]: '404' };
      for (const order of orders) order[names.code ?? ''] = '1234567890123';
    },
  },
  {
    name: 'an order code with quotation marks, braces and a last character of two UTF-16 units',
    edit: ({ code, names, orders }) => {
      code.example = `A "b" 'c' %41 {key} ? # 가😀`;
      for (const order of orders) order[names.code ?? ''] = code.example;
    },
  },
  {
    name: 'an order code in UUID format',
    edit: ({ code }) => {
      code.schema = { type: 'string', format: 'uuid' };
    },
  },
  {
    name: 'POST in place of PATCH',
    fails: ['reading.order-code', 'order.unknown'],
    edit: ({ document }) => {
      const [item]: Node[] = Object.values(document.paths);
      rename(item, 'patch', 'post');
    },
  },
  {
    name: '201 for a success',
    fails: 'cancel.travelerCancel',
    edit: (nodes) => changeStatus(nodes, nodes.success, '201'),
  },
  {
    name: 'an order in an envelope',
    speaks: ['response-envelope'],
    fails: 'reading.envelope',
    edit: ({ success, schemas }) => {
      schemas.Envelope = {
        type: 'object',
        required: ['status_code', 'data'],
        properties: {
          status_code: { type: 'integer', description: 'x', examples: [200] },
          data: { $ref: '#/components/schemas/CancelledOrder' },
        },
        additionalProperties: true,
      };
      success['x-order'] = '$response.body#/data';
      const content = contentOf(success);
      content.schema = { $ref: '#/components/schemas/Envelope' };
      for (const example of Object.values(content.examples) as Node[])
        example.value = { status_code: 200, data: example.value };
    },
  },
  {
    name: 'no AX Cloud status in the request',
    speaks: ['superseded-version'],
    edit: (nodes) => removeField(nodes, nodes.statuses[0] ?? ''),
  },
  {
    name: '401 for a missing key',
    speaks: ['missing-key-status'],
    edit: ({ key, responses }) => {
      const { examples } = contentOf(key);
      responses['401'] = errorDetail('missingKey', 'x', {
        'x-provoked-by': examples.missingKey['x-provoked-by'],
      });
      delete examples.missingKey;
    },
  },
  {
    name: '401 for a missing key and for a wrong one',
    speaks: ['missing-key-status'],
    edit: (nodes) => changeStatus(nodes, nodes.key, '401'),
  },
  {
    name: '410 for an unknown order',
    fails: 'order.unknown',
    edit: (nodes) => changeStatus(nodes, nodes.unknown, '410'),
  },
  { name: '422 for an invalid request', edit: (nodes) => changeStatus(nodes, nodes.invalid, '422') },
  {
    name: 'only a detail for an invalid request',
    edit: ({ invalid }) => {
      const content = contentOf(invalid);
      content.schema = { $ref: '#/components/schemas/ErrorDetail' };
      for (const example of Object.values(content.examples) as Node[]) {
        const [first] = Object.values(example.value).flat();
        example.value = { detail: first };
      }
    },
  },
  {
    name: 'an additional required array and an additional required object',
    edit: (nodes) => {
      const text = { type: 'string', description: 'x', examples: ['a'] };
      addField(nodes, 'tags', { type: 'array', minItems: 1, items: text }, ['a']);
      nodes.schemas.Agent = {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer', description: 'x', examples: [1] } },
        additionalProperties: false,
      };
      addField(nodes, 'agent', { $ref: '#/components/schemas/Agent' }, { id: 1 });
      makeRequired(nodes.request, 'tags', 'agent');
    },
  },
  {
    name: 'a required comment that is longer than the id of a run',
    speaks: ['required-legend'],
    edit: ({ request, fields, bodies }) => {
      makeRequired(request, 'comment');
      fields.comment.minLength = 30;
      for (const body of bodies) body.comment = '취소'.repeat(20);
    },
  },
  {
    name: 'no additional properties in responses',
    speaks: ['invalid-request-answer'],
    edit: ({ schemas: { CancelledOrder, ErrorDetail, InvalidRequest } }) => {
      for (const schema of [CancelledOrder, ErrorDetail, InvalidRequest]) schema.additionalProperties = false;
    },
  },
  {
    name: "an order without the channel's code",
    edit: ({ order, names: { channelCode = '' }, orders }) => {
      delete order.properties[channelCode];
      order.required = order.required.filter((name: string) => name !== channelCode);
      for (const example of orders) delete example[channelCode];
    },
  },
  {
    name: 'a 202 with an order that repeats a required header',
    speaks: ['channel-code'],
    edit: (nodes) => {
      const { operation, order, orders, success } = nodes;
      operation.parameters.unshift(header('Channel', true));
      order.properties.channel = { type: 'string', description: 'x', examples: ['C-1'] };
      success['x-echoes'].channel = '$request.header.Channel';
      for (const example of orders) example.channel = 'C-1';
      changeStatus(nodes, success, '202');
    },
  },
  {
    name: 'an order code with a pattern',
    edit: ({ code, unknown }) => {
      code.schema = { type: 'string', pattern: '^AX-[0-9]{6}$' };
      code.example = 'AX-123456';
      const { examples } = contentOf(unknown);
      delete examples.malformedOrder;
      examples.unknownOrder['x-provoked-by'] = { [`$request.path.${code.name}`]: 'AX-000000' };
    },
  },
  {
    name: 'a trailing slash in the path',
    speaks: ['trailing-slash'],
    edit: ({ document }) => {
      const [path = ''] = Object.keys(document.paths);
      rename(document.paths, path, `${path}/`);
    },
  },
  {
    name: 'another authentication scheme',
    edit: ({ key }) => {
      const expression = '$request.header.Authorization';
      for (const { 'x-provoked-by': by } of Object.values(contentOf(key).examples) as Node[]) {
        if (by?.[expression]) by[expression] = 'Bearer invalid';
      }
    },
  },
  {
    name: 'optional statuses',
    edit: ({ request }) => {
      delete request.required;
    },
  },
];

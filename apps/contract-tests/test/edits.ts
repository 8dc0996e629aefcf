import { readFile } from 'node:fs/promises';
import { bundleUrl, type Contract, readContract } from '@ax-cloud/contract/contract';

/** A node of the bundled document, loosely typed, for an edit. */
// biome-ignore lint/suspicious/noExplicitAny: an edit reaches any node of the document
type Node = any;

/** The nodes that edits are about. */
interface Nodes {
  document: Node;
  operation: Node;
  responses: Node;
  /** The schema of the request's body, its properties, and the examples of such bodies. */
  request: Node;
  fields: Node;
  bodies: Node[];
  /** The schema of the order in a success. */
  order: Node;
  schemas: Node;
}

/** An edit of the contract that the suite must follow, as a maintainer would make it. */
export interface Edit {
  name: string;
  /** The case in which the suite of the edited contract fails the mock of the base. */
  fails?: string;
  edit(nodes: Nodes): void;
}

const bundle = await readFile(bundleUrl('en'), 'utf8');

/** The bundled contract after an edit. */
export function contractAfter({ edit }: Edit): Contract {
  const document: Node = JSON.parse(bundle);
  const [item]: Node[] = Object.values(document.paths);
  const [operation]: Node[] = Object.values(item);
  const { schemas } = document.components;
  const { examples } = operation.requestBody.content['application/json'];
  edit({
    document,
    operation,
    responses: operation.responses,
    request: schemas.CancelRequest,
    fields: schemas.CancelRequest.properties,
    bodies: Object.values(examples as Record<string, { value: Node }>).map(({ value }) => value),
    order: schemas.CancelledOrder,
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

/** Gives a key of an object another name, in its place. */
function rename(object: Node, from: string, to: string): void {
  const entries = Object.entries(object).map(([key, value]) => [key === from ? to : key, value]);
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, Object.fromEntries(entries));
}

/** Gives a field of the request another name, wherever the contract has it. */
function renameField({ request, fields, bodies, responses, schemas }: Nodes, from: string, to: string): void {
  rename(fields, from, to);
  request.required = request.required.map((name: string) => (name === from ? to : name));
  for (const body of bodies) rename(body, from, to);
  rename(schemas.InvalidRequest.properties, from, to);
  for (const { value } of Object.values(contentOf(responses['400']).examples) as Node[])
    rename(value, from, to);
  const { 'x-echoes': echoes } = responses['200'];
  for (const [name, wanted] of Object.entries(echoes)) {
    if (wanted === `$request.body#/${from}`) echoes[name] = `$request.body#/${to}`;
  }
}

/** Takes a field of the request away, wherever the contract has it. */
function removeField({ request, fields, bodies, responses, schemas }: Nodes, name: string): void {
  delete fields[name];
  request.required = request.required.filter((one: string) => one !== name);
  for (const body of bodies) delete body[name];
  delete schemas.InvalidRequest.properties[name];
  const { examples } = contentOf(responses['400']);
  for (const [key, { value }] of Object.entries(examples) as [string, Node][]) {
    delete value[name];
    if (Object.keys(value).length === 0) delete examples[key];
  }
  const { 'x-echoes': echoes } = responses['200'];
  for (const [field, wanted] of Object.entries(echoes)) {
    if (wanted === `$request.body#/${name}`) delete echoes[field];
  }
}

/** Adds a field to the request, with its list of messages and its value in the examples. */
function addField({ fields, bodies, schemas }: Nodes, name: string, schema: Node, value: unknown): void {
  fields[name] = { description: 'x', examples: [value], ...schema };
  for (const body of bodies) body[name] = value;
  schemas.InvalidRequest.properties[name] = { $ref: '#/components/schemas/Messages', description: 'x' };
}

function changeStatus({ responses }: Nodes, from: string, to: string): void {
  rename(responses, from, to);
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

/** Parameters that every request must have, and one that none needs. */
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
    name: 'a required boolean header whose empty value provokes a refusal',
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
    name: 'a documented 409 at an order code',
    edit: ({ responses }) => {
      responses['409'] = errorDetail('conflict', 'x', {
        'x-provoked-by': { '$request.path.ax_order_code': '00000000-0000-4000-8000-000000000409' },
      });
    },
  },
  {
    name: 'a documented 422 of its own schema',
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
    name: 'a cancel more',
    edit: ({ schemas: { RequestedStatus: status } }) => {
      status.enum.splice(2, 0, 'Supplier cancel');
      status['x-cancels'].push('Supplier cancel');
    },
  },
  {
    name: 'one status fewer, so that all are cancels',
    edit: ({ schemas: { RequestedStatus: status } }) => {
      status.enum = status['x-cancels'];
    },
  },
  {
    name: 'one cancel only, with one example',
    edit: ({ operation, responses, schemas: { RequestedStatus: status } }) => {
      status.enum = ['Traveler cancel', 'New'];
      status['x-cancels'] = ['Traveler cancel'];
      delete operation.requestBody.content['application/json'].examples.unavoidableCancel;
      delete contentOf(responses['200']).examples.unavoidableCancel;
    },
  },
  {
    name: 'a comment of at most 100 characters',
    edit: ({ fields }) => {
      fields.comment.maxLength = 100;
    },
  },
  {
    name: 'a comment of at most 20 characters, fewer than the id of a run has',
    edit: ({ fields }) => {
      fields.comment.maxLength = 20;
    },
  },
  {
    name: 'a comment of at least one character',
    edit: ({ fields }) => {
      fields.comment.minLength = 1;
    },
  },
  {
    name: 'a comment with a pattern',
    edit: ({ fields }) => {
      fields.comment.pattern = '취소';
    },
  },
  {
    name: 'a comment in a format',
    edit: ({ fields, bodies }) => {
      fields.comment.format = 'date';
      fields.comment.examples = ['2026-01-31'];
      bodies[0].comment = '2026-01-31';
    },
  },
  {
    name: 'a comment that may be null',
    edit: ({ fields }) => {
      fields.comment.type = ['string', 'null'];
    },
  },
  { name: 'no comment', edit: (nodes) => removeField(nodes, 'comment') },
  {
    name: 'a required comment',
    fails: 'body.comment.missing',
    edit: ({ request, bodies }) => {
      request.required.push('comment');
      for (const body of bodies) body.comment ??= '취소';
    },
  },
  {
    name: 'a required integer more',
    fails: 'body.reason_code.missing',
    edit: (nodes) => {
      addField(nodes, 'reason_code', { type: 'integer', minimum: 1, maximum: 9 }, 3);
      nodes.request.required.push('reason_code');
    },
  },
  {
    name: 'a required text and an optional boolean more',
    edit: (nodes) => {
      addField(nodes, 'agent', { type: 'string', format: 'email' }, 'a@ota.example');
      addField(nodes, 'notify', { type: 'boolean' }, true);
      nodes.request.required.push('agent');
    },
  },
  {
    name: 'an optional number and a choice that is not a status more',
    edit: (nodes) => {
      addField(nodes, 'fee', { type: 'number', minimum: 0 }, 1.5);
      addField(nodes, 'reason', { type: 'string', enum: ['weather', 'illness'] }, 'weather');
    },
  },
  {
    name: 'another name for a status of the request',
    edit: (nodes) => renameField(nodes, 'ax_status', 'ax_state'),
  },
  { name: 'another name for the comment', edit: (nodes) => renameField(nodes, 'comment', 'note') },
  {
    name: "the names of the page's cURL for both statuses",
    edit: (nodes) => {
      renameField(nodes, 'ax_status', 'ax_order_status');
      renameField(nodes, 'channel_status', 'channel_order_status');
    },
  },
  {
    name: 'other names in the order',
    fails: 'cancel.travelerCancel',
    edit: ({ order, responses }) => {
      const { 'x-echoes': echoes } = responses['200'];
      for (const [from, to] of [
        ['ax_order_code', 'order_code'],
        ['ax_order_status', 'state'],
        ['channel_order_code', 'channel_code'],
      ] as const) {
        rename(order.properties, from, to);
        order.required = order.required.map((name: string) => (name === from ? to : name));
        rename(echoes, from, to);
        for (const { value } of Object.values(contentOf(responses['200']).examples) as Node[])
          rename(value, from, to);
      }
    },
  },
  {
    name: 'an order that does not repeat its code',
    edit: ({ responses }) => {
      delete responses['200']['x-echoes'].ax_order_code;
    },
  },
  {
    name: 'a closed request',
    fails: 'body.extra-field',
    edit: ({ request }) => {
      request.additionalProperties = false;
    },
  },
  {
    name: 'another path and another name for its parameter',
    fails: 'reading.order-code',
    edit: ({ document, operation, responses }) => {
      const [path = ''] = Object.keys(document.paths);
      rename(document.paths, path, '/v2/orders/{code}/cancel');
      operation.parameters[0].name = 'code';
      responses['200']['x-echoes'].ax_order_code = '$request.path.code';
      for (const example of Object.values(contentOf(responses['404']).examples) as Node[]) {
        const [value] = Object.values(example['x-provoked-by']);
        example['x-provoked-by'] = { '$request.path.code': value };
      }
    },
  },
  {
    name: 'an order code that is an integer',
    edit: ({ operation, responses }) => {
      const [code] = operation.parameters;
      code.schema = { type: 'integer', minimum: 1 };
      code.example = 1234567890123;
      const { examples } = contentOf(responses['404']);
      delete examples.malformedOrder;
      examples.unknownOrder['x-provoked-by']['$request.path.ax_order_code'] = '404';
      for (const { value } of Object.values(contentOf(responses['200']).examples) as Node[])
        value.ax_order_code = '1234567890123';
    },
  },
  {
    name: 'an order code in the format of a UUID',
    edit: ({ operation }) => {
      operation.parameters[0].schema = { type: 'string', format: 'uuid' };
    },
  },
  {
    name: 'POST in place of PATCH',
    fails: 'reading.order-code',
    edit: ({ document }) => {
      const [item]: Node[] = Object.values(document.paths);
      rename(item, 'patch', 'post');
    },
  },
  {
    name: '201 for a success',
    fails: 'cancel.travelerCancel',
    edit: (nodes) => changeStatus(nodes, '200', '201'),
  },
  {
    name: 'an order in an envelope',
    fails: 'reading.envelope',
    edit: ({ responses, schemas }) => {
      schemas.Envelope = {
        type: 'object',
        required: ['status_code', 'data'],
        properties: {
          status_code: { type: 'integer', description: 'x', examples: [200] },
          data: { $ref: '#/components/schemas/CancelledOrder' },
        },
        additionalProperties: true,
      };
      responses['200']['x-order'] = '$response.body#/data';
      const content = contentOf(responses['200']);
      content.schema = { $ref: '#/components/schemas/Envelope' };
      for (const example of Object.values(content.examples) as Node[])
        example.value = { status_code: 200, data: example.value };
    },
  },
  {
    name: 'no ax_status',
    edit: (nodes) => removeField(nodes, 'ax_status'),
  },
  {
    name: '401 for a missing key',
    edit: ({ responses }) => {
      const { examples } = contentOf(responses['403']);
      responses['401'] = errorDetail('missingKey', 'x', {
        'x-provoked-by': examples.missingKey['x-provoked-by'],
      });
      delete examples.missingKey;
    },
  },
  { name: '401 for every key', edit: (nodes) => changeStatus(nodes, '403', '401') },
  {
    name: '410 for an unknown order',
    fails: 'order.unknown',
    edit: (nodes) => changeStatus(nodes, '404', '410'),
  },
  { name: '422 for an invalid request', edit: (nodes) => changeStatus(nodes, '400', '422') },
  {
    name: 'nothing but a detail for an invalid request',
    edit: ({ responses }) => {
      const content = contentOf(responses['400']);
      content.schema = { $ref: '#/components/schemas/ErrorDetail' };
      for (const example of Object.values(content.examples) as Node[]) {
        const [first] = Object.values(example.value).flat();
        example.value = { detail: first };
      }
    },
  },
  {
    name: 'a required list and a required object more',
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
      nodes.request.required.push('tags', 'agent');
    },
  },
  {
    name: 'a required comment that is longer than the id of a run',
    edit: ({ request, fields, bodies }) => {
      request.required.push('comment');
      fields.comment.minLength = 30;
      for (const body of bodies) body.comment = '취소'.repeat(20);
    },
  },
  {
    name: 'closed responses',
    edit: ({ schemas: { CancelledOrder, ErrorDetail, InvalidRequest } }) => {
      for (const schema of [CancelledOrder, ErrorDetail, InvalidRequest]) schema.additionalProperties = false;
    },
  },
  {
    name: "an order without the channel's code",
    edit: ({ order, responses }) => {
      delete order.properties.channel_order_code;
      order.required = order.required.filter((name: string) => name !== 'channel_order_code');
      for (const { value } of Object.values(contentOf(responses['200']).examples) as Node[])
        delete value.channel_order_code;
    },
  },
  {
    name: 'an order that repeats a required header, in a 202',
    edit: (nodes) => {
      const { operation, order, responses } = nodes;
      operation.parameters.unshift(header('Channel', true));
      order.properties.channel = { type: 'string', description: 'x', examples: ['C-1'] };
      responses['200']['x-echoes'].channel = '$request.header.Channel';
      for (const { value } of Object.values(contentOf(responses['200']).examples) as Node[])
        value.channel = 'C-1';
      changeStatus(nodes, '200', '202');
    },
  },
  {
    name: 'an order code of a pattern of its own',
    edit: ({ operation, responses }) => {
      const [code] = operation.parameters;
      code.schema = { type: 'string', pattern: '^AX-[0-9]{6}$' };
      code.example = 'AX-123456';
      const { examples } = contentOf(responses['404']);
      delete examples.malformedOrder;
      examples.unknownOrder['x-provoked-by']['$request.path.ax_order_code'] = 'AX-000000';
    },
  },
  {
    name: 'a slash at the end of the path',
    edit: ({ document }) => {
      const [path = ''] = Object.keys(document.paths);
      rename(document.paths, path, `${path}/`);
    },
  },
  {
    name: 'another word before the key',
    edit: ({ responses }) => {
      contentOf(responses['403']).examples.noPermission['x-provoked-by'] = {
        '$request.header.Authorization': 'Bearer invalid',
      };
    },
  },
  {
    name: 'optional statuses',
    edit: ({ request }) => {
      delete request.required;
    },
  },
];

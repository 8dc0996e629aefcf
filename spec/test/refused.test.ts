import { describe, expect, test } from 'vitest';
import { type Document, problemsOf } from './rules.ts';

const REQUIRED_HEADER = {
  name: 'Channel',
  in: 'header',
  required: true,
  description: 'The channel.',
  schema: { type: 'string' },
  example: 'Code A',
};
const detail = (operation: Document) => structuredClone(operation.responses['404']);
const schemas = (document: Document) => document.components.schemas;
const firstPath = (document: Document) => Object.keys(document.paths)[0] ?? '';

type Edit = (document: Document, operation: Document) => void;

test('the contract as it is has no problem', () => {
  expect(problemsOf(() => {})).toEqual([]);
});

describe('an edit that every part follows is not refused:', () => {
  test.each<[string, Edit]>([
    ['a required header before the path parameter', (_, o) => o.parameters.unshift(REQUIRED_HEADER)],
    ['an optional header', (_, o) => o.parameters.push({ ...REQUIRED_HEADER, required: false })],
    [
      'a required query parameter',
      (_, o) =>
        o.parameters.unshift({
          ...REQUIRED_HEADER,
          in: 'query',
          name: 'v',
          schema: { type: 'integer' },
          example: 1,
        }),
    ],
    [
      'a documented 409',
      (_, o) => {
        o.responses['409'] = detail(o);
        for (const e of Object.values(o.responses['409'].content['application/json'].examples) as Document[])
          delete e['x-provoked-by'];
      },
    ],
    [
      'a documented 503 with a schema of its own',
      (d, o) => {
        schemas(d).Busy = {
          type: 'object',
          title: 'Busy',
          description: 'Later.',
          properties: { until: { type: 'string', description: 'When.', examples: ['x'] } },
          additionalProperties: true,
        };
        o.responses['503'] = {
          description: 'Busy.',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Busy' },
              examples: { busy: { summary: 'Busy', description: 'Busy.', value: { until: 'x' } } },
            },
          },
        };
      },
    ],
    [
      'an enum value more',
      (d) => {
        schemas(d).RequestedStatus.enum.push('No show');
        schemas(d).RequestedStatus['x-enumDescriptions']['No show'] = 'Nobody came.';
      },
    ],
    [
      'an enum value fewer',
      (d) => {
        schemas(d).RequestedStatus.enum.pop();
        delete schemas(d).RequestedStatus['x-enumDescriptions'].New;
      },
    ],
    [
      'limits of a text',
      (d) =>
        Object.assign(schemas(d).CancelRequest.properties.comment, {
          minLength: 1,
          maxLength: 100,
          pattern: '^\\S',
        }),
    ],
    [
      'a format',
      (_, o) => {
        o.parameters[0].schema.format = 'uuid';
      },
    ],
    [
      'a nullable field',
      (d) => {
        schemas(d).CancelRequest.properties.comment.type = ['string', 'null'];
      },
    ],
    [
      'an integer and a boolean',
      (d) => {
        Object.assign(schemas(d).CancelRequest.properties, {
          seats: { type: 'integer', minimum: 1, description: 'Seats.', examples: [1] },
          sure: { type: 'boolean', description: 'Sure.', examples: [true] },
        });
        for (const name of ['seats', 'sure'])
          schemas(d).InvalidRequest.properties[name] = {
            $ref: '#/components/schemas/Messages',
            description: 'x',
          };
      },
    ],
    [
      'a closed request',
      (d) => {
        schemas(d).CancelRequest.additionalProperties = false;
      },
    ],
    [
      'a closed response',
      (d) => {
        schemas(d).CancelledOrder.additionalProperties = false;
      },
    ],
    [
      'required removed',
      (d) => {
        delete schemas(d).CancelRequest.required;
      },
    ],
    [
      'a path and its parameter renamed',
      (d, o) => {
        const path = firstPath(d);
        d.paths = { [path.replace('/tour/{ax_order_code}', '/trip/{order}')]: d.paths[path] };
        o.parameters[0].name = 'order';
        o.responses['200']['x-echoes'].ax_order_code = '$request.path.order';
        for (const example of Object.values(
          o.responses['404'].content['application/json'].examples,
        ) as Document[]) {
          example['x-provoked-by'] = { '$request.path.order': Object.values(example['x-provoked-by'])[0] };
        }
      },
    ],
    [
      'another success status',
      (_, o) => {
        o.responses['201'] = o.responses['200'];
        delete o.responses['200'];
      },
    ],
  ])('%s', (_, edit) => {
    expect(problemsOf(edit)).toEqual([]);
  });
});

describe('an edit that a part cannot follow is refused, with its place and what to do:', () => {
  test.each<[string, Edit, string, RegExp]>([
    [
      'a second operation on another path',
      (d) => {
        d.paths['/v1/other'] = { get: {} };
      },
      'one-operation',
      /A second operation/,
    ],
    [
      'a second method',
      (d) => {
        d.paths[firstPath(d)].get = {};
      },
      'one-operation',
      /A second operation/,
    ],
    [
      'parameters at the path',
      (d) => {
        d.paths[firstPath(d)].parameters = [];
      },
      'one-operation',
      /"parameters" at a path/,
    ],
    [
      'webhooks',
      (d) => {
        d.webhooks = { x: {} };
      },
      'one-operation',
      /Webhooks/,
    ],
    [
      'no body',
      (_, o) => {
        delete o.requestBody;
      },
      'one-operation',
      /no requestBody/,
    ],
    [
      'an optional body',
      (_, o) => {
        delete o.requestBody.required;
      },
      'one-operation',
      /not required/,
    ],
    [
      'a cookie',
      (_, o) => o.parameters.push({ ...REQUIRED_HEADER, in: 'cookie' }),
      'parameters',
      /in "cookie"/,
    ],
    [
      'a header that every part sets',
      (_, o) => o.parameters.push({ ...REQUIRED_HEADER, name: 'accept' }),
      'parameters',
      /header accept is set/,
    ],
    [
      'a list as parameter',
      (_, o) =>
        o.parameters.push({ ...REQUIRED_HEADER, schema: { type: 'array', items: { type: 'string' } } }),
      'parameters',
      /has the type "array"/,
    ],
    [
      'a parameter without an example',
      (_, o) => o.parameters.push({ ...REQUIRED_HEADER, example: undefined }),
      'parameters',
      /has no example/,
    ],
    [
      'a parameter twice',
      (_, o) => o.parameters.push(REQUIRED_HEADER, { ...REQUIRED_HEADER, name: 'CHANNEL' }),
      'parameters',
      /there twice/,
    ],
    [
      'a parameter by reference',
      (_, o) => o.parameters.push({ $ref: '#/components/parameters/X' }),
      'parameters',
      /by \$ref/,
    ],
    [
      'a path parameter of another name',
      (_, o) => {
        o.parameters[0].name = 'code';
      },
      'parameters',
      /Give both one name/,
    ],
    [
      'a second path parameter',
      (d) => {
        const path = firstPath(d);
        d.paths = { [`${path}/{x}`]: d.paths[path] };
      },
      'parameters',
      /exactly one parameter/,
    ],
    [
      'an inline schema of a response',
      (_, o) => {
        o.responses['404'].content['application/json'].schema = {
          type: 'object',
          properties: {},
          additionalProperties: true,
        };
      },
      'named-schemas',
      /has no name/,
    ],
    [
      'an inline schema of the request',
      (_, o) => {
        o.requestBody.content['application/json'].schema = { type: 'object' };
      },
      'named-schemas',
      /has no name/,
    ],
    [
      'an inline object in a field',
      (d) => {
        schemas(d).CancelRequest.properties.comment = { type: 'object', description: 'x', properties: {} };
      },
      'named-schemas',
      /object inside of another schema/,
    ],
    [
      'a response without a body',
      (_, o) => {
        delete o.responses['404'].content;
      },
      'response-bodies',
      /has no body/,
    ],
    [
      'a default response',
      (_, o) => {
        o.responses.default = detail(o);
      },
      'response-bodies',
      /"default"/,
    ],
    [
      'a range of statuses',
      (_, o) => {
        o.responses['5XX'] = detail(o);
      },
      'response-bodies',
      /"5XX"/,
    ],
    [
      'a redirect',
      (_, o) => {
        o.responses['302'] = detail(o);
      },
      'response-bodies',
      /"302"/,
    ],
    [
      'another media type of a response',
      (_, o) => {
        o.responses['404'].content['text/plain'] = { schema: { type: 'string' } };
      },
      'response-bodies',
      /media type text\/plain/,
    ],
    [
      'another media type of the request',
      (_, o) => {
        o.requestBody.content['application/xml'] = {};
      },
      'response-bodies',
      /media type application\/xml/,
    ],
    [
      'a response header',
      (_, o) => {
        o.responses['404'].headers = {};
      },
      'response-bodies',
      /"headers" of a response/,
    ],
    [
      'oneOf',
      (d) => {
        schemas(d).ErrorDetail.oneOf = [];
      },
      'schema-keywords',
      /"oneOf".*Describe one object/,
    ],
    [
      'not',
      (d) => {
        schemas(d).CancelRequest.properties.comment.not = {};
      },
      'schema-keywords',
      /"not"/,
    ],
    [
      'nullable',
      (d) => {
        schemas(d).CancelRequest.properties.comment.nullable = true;
      },
      'schema-keywords',
      /"nullable".*'null'/,
    ],
    [
      'a keyword of another type',
      (d) => {
        schemas(d).CancelRequest.properties.comment.minimum = 1;
      },
      'schema-keywords',
      /does not belong to the type string/,
    ],
    [
      'a keyword beside a reference',
      (d) => {
        schemas(d).CancelRequest.properties.ax_status.minLength = 1;
      },
      'schema-keywords',
      /beside a \$ref/,
    ],
    [
      'an unknown format',
      (d) => {
        schemas(d).CancelRequest.properties.comment.format = 'hostname';
      },
      'schema-keywords',
      /format "hostname"/,
    ],
    [
      'a broken pattern',
      (d) => {
        schemas(d).CancelRequest.properties.comment.pattern = '(';
      },
      'schema-keywords',
      /not a regular expression/,
    ],
    [
      'two types',
      (d) => {
        schemas(d).CancelRequest.properties.comment.type = ['string', 'integer'];
      },
      'schema-keywords',
      /one type/,
    ],
    [
      'no type',
      (d) => {
        delete schemas(d).CancelRequest.properties.comment.type;
      },
      'schema-keywords',
      /has no type/,
    ],
    [
      'no success',
      (_, o) => {
        o.responses['418'] = o.responses['200'];
        delete o.responses['200'];
      },
      'success',
      /No response proves a cancel/,
    ],
    [
      'a second success',
      (_, o) => {
        o.responses['202'] = o.responses['200'];
      },
      'success',
      /A second success/,
    ],
    [
      'no x-echoes',
      (_, o) => {
        delete o.responses['200']['x-echoes'];
      },
      'success',
      /does not say what success means/,
    ],
    [
      'no x-order',
      (_, o) => {
        delete o.responses['200']['x-order'];
      },
      'success',
      /where the order lies/,
    ],
    [
      'x-order that leads nowhere',
      (_, o) => {
        o.responses['200']['x-order'] = '$response.body#/data';
      },
      'success',
      /leads to no object/,
    ],
    [
      'x-order that cannot be read',
      (_, o) => {
        o.responses['200']['x-order'] = 'data';
      },
      'success',
      /"x-order" is "data"/,
    ],
    [
      'an echo of no field',
      (_, o) => {
        o.responses['200']['x-echoes'].nothing = '$request.body#/ax_status';
      },
      'success',
      /has no field "nothing"/,
    ],
    [
      'an echo of nothing that is sent',
      (_, o) => {
        o.responses['200']['x-echoes'].ax_order_status = '$request.body#/status';
      },
      'success',
      /not a part of the request/,
    ],
    [
      'no echo of the order code',
      (_, o) => {
        delete o.responses['200']['x-echoes'].ax_order_code;
      },
      'success',
      /does not compare the order code/,
    ],
    [
      'no x-cancels',
      (d) => {
        delete schemas(d).RequestedStatus['x-cancels'];
      },
      'cancels',
      /No field of the request takes the status/,
    ],
    [
      'a cancel that is not in the enum',
      (d) => {
        schemas(d).RequestedStatus['x-cancels'].push('Gone');
      },
      'cancels',
      /"Gone", which is not in the enum/,
    ],
    [
      'New first',
      (d) => {
        schemas(d).RequestedStatus.enum.reverse();
      },
      'cancels',
      /not a cancel/,
    ],
    [
      'a field called signal',
      (d) => {
        schemas(d).CancelRequest.properties.signal = { type: 'string' };
      },
      'cancels',
      /called "signal"/,
    ],
    [
      'a value without a meaning',
      (d) => {
        schemas(d).RequestedStatus.enum.push('No show');
      },
      'enum-descriptions',
      /"No show" has no meaning/,
    ],
    [
      'a meaning without a value',
      (d) => {
        schemas(d).RequestedStatus.enum.pop();
      },
      'enum-descriptions',
      /"New" is not in the enum/,
    ],
    [
      'a field that is not in the 400',
      (d) => {
        schemas(d).CancelRequest.properties.reason = { type: 'string', description: 'x', examples: ['x'] };
      },
      'invalid-requests',
      /has no field "reason"/,
    ],
    [
      'a field of the 400 that is not in the request',
      (d) => {
        schemas(d).InvalidRequest.properties.reason = {
          $ref: '#/components/schemas/Messages',
          description: 'x',
        };
      },
      'invalid-requests',
      /has the field "reason"/,
    ],
    [
      'no example of what is not JSON',
      (_, o) => {
        delete o.responses['400'].content['application/json'].examples.unreadableBody;
      },
      'invalid-requests',
      /"x-violation: syntax"/,
    ],
    [
      'an unknown violation',
      (_, o) => {
        o.responses['400'].content['application/json'].examples.notAString['x-violation'] = 'typo';
      },
      'invalid-requests',
      /"x-violation" is "typo"/,
    ],
    [
      'no example of a missing key',
      (_, o) => {
        delete o.responses['403'].content['application/json'].examples.missingKey;
      },
      'provoking-values',
      /how a missing key is refused/,
    ],
    [
      'no example of an unknown order',
      (_, o) => {
        delete o.responses['404'];
      },
      'provoking-values',
      /how an unknown order code is refused/,
    ],
    [
      'a part that is not declared',
      (_, o) => {
        o.responses['404'].content['application/json'].examples.unknownOrder['x-provoked-by'] = {
          '$request.header.Channel': 'x',
        };
      },
      'provoking-values',
      /not a part of the request/,
    ],
    [
      'a misspelt field in an example',
      (_, o) => {
        o.responses['404'].content['application/json'].examples.unknownOrder.value = { detial: 'x' };
      },
      'declared-fields',
      /names the field "detial"/,
    ],
    [
      'a response that is not said to be open',
      (d) => {
        delete schemas(d).CancelledOrder.additionalProperties;
      },
      'open-responses',
      /whether it is open/,
    ],
    [
      'an example without a partner',
      (_, o) => {
        delete o.requestBody.content['application/json'].examples.unavoidableCancel;
      },
      'echo-pairs',
      /no partner of that name in the request/,
    ],
    [
      'an example that is not the echo',
      (_, o) => {
        o.responses['200'].content['application/json'].examples.travelerCancel.value.ax_order_status = 'New';
      },
      'echo-pairs',
      /does not repeat its request: ax_order_status is "New"/,
    ],
    [
      'a server without environment',
      (d) => {
        delete d.servers[0]['x-environment'];
      },
      'environments',
      /names its environment/,
    ],
    [
      'a server with a path',
      (d) => {
        d.servers[0].url += '/v1';
      },
      'environments',
      /A server is an origin/,
    ],
    [
      'a version of another form',
      (d) => {
        d.info.version = 'next';
      },
      'environments',
      /not of the form 1.2.3/,
    ],
    [
      'a question that the ledger does not have',
      (_, o) => {
        o.description += ' It is so (inferred: no-such-question).';
      },
      'inferred-ids',
      /names the question "no-such-question"/,
    ],
    [
      'Korean in the English text',
      (_, o) => {
        o.summary = 'Cancel 취소';
      },
      'prose-language',
      /Korean text at #\/paths.*summary/,
    ],
    [
      'Korean in the English text beside a reference',
      (d) => {
        schemas(d).CancelRequest.properties.ax_status.description = '상태';
      },
      'prose-language',
      /Korean text at .*ax_status\/description/,
    ],
  ])('%s', (_, edit, rule, message) => {
    const problems = problemsOf(edit).filter((problem) => problem.rule === rule);
    expect(problems.map((problem) => problem.message)).toContainEqual(expect.stringMatching(message));
    expect(problems.every(({ pointer }) => pointer.startsWith('#/'))).toBe(true);
  });
});

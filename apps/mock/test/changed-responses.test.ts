import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { scenarioCode } from './exchange.ts';
import { contractAfter, type Edited, example, ORDER, send, UNKNOWN_ORDER, VALID } from './pinned.ts';

async function startEdited(edit: (edited: Edited) => void) {
  const contract = contractAfter(edit);
  const mock = await startMock({ port: 0, contract: async () => contract });
  onTestFinished(() => mock.close());
  return mock.url;
}

/** Gives a response another status. */
function move({ responses }: Edited, from: number, to: number) {
  responses[to] = responses[from];
  delete responses[from];
}

describe('Another status of the success', () => {
  it('is given, with the echo, and spoilt by the scenarios', async () => {
    const url = await startEdited((edited) => move(edited, 200, 202));
    const body = { ax_status: 'Unavoidable cancel', channel_status: 'Unavoidable cancel' };
    const { status, json } = await send(url, { body });
    expect(status).toBe(202);
    expect(json).toMatchObject({ ax_order_code: ORDER, ax_order_status: 'Unavoidable cancel' });
    const spoilt = await send(url, { orderCode: scenarioCode('not-applied'), body });
    expect([spoilt.status, spoilt.json]).toEqual([
      202,
      expect.objectContaining({ ax_order_status: 'New', channel_order_status: 'New' }),
    ]);
    expect((await send(url, { headers: { prefer: 'code=202, example=travelerCancel' } })).status).toBe(202);
    expect((await send(url, { headers: { prefer: 'dynamic=true' } })).json).toMatchObject({
      ax_order_code: ORDER,
    });
  });
});

describe('An envelope', () => {
  const envelope = ({ responses, schemas }: Edited) => {
    const success = responses['200'];
    success['x-order'] = '$response.body#/data/order';
    const content = success.content['application/json'];
    schemas.Data = { type: 'object', properties: { order: content.schema }, required: ['order'] };
    schemas.Envelope = {
      type: 'object',
      properties: { status_code: { type: 'integer' }, data: { $ref: '#/components/schemas/Data' } },
      required: ['status_code', 'data'],
    };
    content.schema = { $ref: '#/components/schemas/Envelope' };
    for (const shown of Object.values(content.examples) as { value: unknown }[])
      shown.value = { status_code: 200, data: { order: shown.value } };
  };

  it('holds the echo, at any depth', async () => {
    const url = await startEdited(envelope);
    const orderCode = ORDER.replace(/^./, '0');
    const { status, json } = await send(url, {
      orderCode,
      body: { ax_status: 'New', channel_status: 'Traveler cancel' },
    });
    expect([status, json]).toEqual([
      200,
      {
        status_code: 200,
        data: {
          order: {
            ...(example(200, 'travelerCancel') as object),
            ax_order_code: orderCode,
            ax_order_status: 'New',
            channel_order_status: 'Traveler cancel',
          },
        },
      },
    ]);
  });

  it('holds the order that was not applied', async () => {
    const url = await startEdited(envelope);
    const { json } = await send(url, { orderCode: scenarioCode('not-applied') });
    expect(json).toMatchObject({
      status_code: 200,
      data: { order: { ax_order_status: 'New', channel_order_status: 'New' } },
    });
  });
});

describe('Another response to an invalid request', () => {
  it('has its status', async () => {
    const url = await startEdited((edited) => move(edited, 400, 422));
    const invalid = await send(url, { body: {} });
    expect([invalid.status, invalid.json]).toEqual([422, example(400, 'missingFields')]);
    expect((await send(url, { body: '{' })).status).toBe(422);
    const named = await send(url, { body: {}, headers: { prefer: 'code=422, example=notAString' } });
    expect([named.status, named.json]).toEqual([422, example(400, 'notAString')]);
  });

  it('is one detail where its schema has no lists', async () => {
    const url = await startEdited(({ responses }) => {
      responses['400'].content['application/json'].schema.$ref = '#/components/schemas/ErrorDetail';
    });
    const { status, json } = await send(url, { body: { ...VALID, comment: null } });
    expect([status, json]).toEqual([400, { detail: '이 필드는 null일 수 없습니다.' }]);
  });
});

describe('A missing key and a wrong one', () => {
  it('may be refused with different statuses', async () => {
    const url = await startEdited(({ responses }) => {
      responses['401'] = structuredClone(responses['403']);
      delete responses['403'].content['application/json'].examples.missingKey;
      const { examples } = responses['401'].content['application/json'];
      delete examples.noPermission;
      examples.missingKey.value.detail = '키가 없습니다.';
    });
    const statusOf = async (authorization: string | undefined) =>
      (await send(url, { headers: { authorization } })).status;
    for (const missing of [undefined, '', 'Token', 'Bearer x', 'Token a b'])
      expect(await statusOf(missing)).toBe(401);
    for (const wrong of ['Token invalid', 'Token {api_key}', 'Token undefined', 'Token null'])
      expect(await statusOf(wrong)).toBe(403);
    expect(await statusOf('Token any-key')).toBe(200);
  });

  it.each([
    ['Key invalid', 'Key any-key', 'Token any-key'],
    ['invalid', 'any-key', 'Token any-key'],
  ])('have the scheme of the contract: %s', async (wrong, good, other) => {
    const url = await startEdited(({ responses }) => {
      const { examples } = responses['403'].content['application/json'];
      examples.noPermission['x-provoked-by'] = { '$request.header.Authorization': wrong };
    });
    const statusOf = async (authorization: string) =>
      (await send(url, { headers: { authorization } })).status;
    expect([await statusOf(good), await statusOf(wrong), await statusOf(other)]).toEqual([200, 403, 403]);
  });
});

it('Any documented status can be provoked by its order code and by Prefer', async () => {
  const CODE = '00000000-0000-4000-8000-000000000409';
  const url = await startEdited(({ responses, schemas }) => {
    schemas.Conflict = { type: 'object', properties: { reason: { type: 'string' } } };
    responses['409'] = {
      description: 'Already cancelled.',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/Conflict' },
          examples: {
            alreadyCancelled: {
              summary: 'Already cancelled',
              description: 'Cancelled before.',
              'x-provoked-by': { '$request.path.ax_order_code': CODE },
              value: { reason: '이미 취소된 주문입니다.' },
            },
          },
        },
      },
    };
  });
  const conflict = [409, { reason: '이미 취소된 주문입니다.' }];
  const provoked = await send(url, { orderCode: CODE });
  expect([provoked.status, provoked.json]).toEqual(conflict);
  const preferred = await send(url, { headers: { prefer: 'code=409' } });
  expect([preferred.status, preferred.json]).toEqual(conflict);
});

it('Another path and another parameter are followed', async () => {
  const url = await startEdited(({ document, operation, responses }) => {
    const [[path, item] = []] = Object.entries(document.paths);
    delete document.paths[path ?? ''];
    document.paths['/v1.1/orders/{order-code}/cancel'] = { put: Object.values(item as object)[0] };
    operation.parameters[0].name = 'order-code';
    responses['200']['x-echoes'].ax_order_code = '$request.path.order-code';
    for (const shown of Object.values(responses['404'].content['application/json'].examples) as {
      'x-provoked-by': Record<string, string>;
    }[])
      shown['x-provoked-by'] = { '$request.path.order-code': Object.values(shown['x-provoked-by'])[0] ?? '' };
  });
  const at = (code: string) => ({ method: 'PUT', path: `/v1.1/orders/${code}/cancel` });
  const { status, json } = await send(url, at(ORDER));
  expect([status, json]).toEqual([200, expect.objectContaining({ ax_order_code: ORDER })]);
  expect((await send(url, at(UNKNOWN_ORDER))).status).toBe(404);
  expect((await send(url, at(scenarioCode('html-502')))).status).toBe(502);
  expect((await send(url, { ...at(ORDER), path: `/v1x1/orders/${ORDER}/cancel` })).status).toBe(404);
  expect((await send(url, { ...at(ORDER), method: 'PATCH' })).headers.allow).toBe('PUT');
});

it('Renamed fields are followed in request and response', async () => {
  const url = await startEdited(({ request, schemas, responses, operation }) => {
    request.properties = { status: request.properties.ax_status, comment: request.properties.comment };
    request.required = ['status'];
    schemas.InvalidRequest.properties.status = { $ref: '#/components/schemas/Messages' };
    responses['200']['x-echoes'] = { code: '$request.path.ax_order_code', state: '$request.body#/status' };
    const { examples } = responses['200'].content['application/json'];
    examples.travelerCancel.value = { code: ORDER, state: 'Traveler cancel', from: 'traveler' };
    examples.unavoidableCancel.value = { code: ORDER, state: 'Unavoidable cancel', from: 'unavoidable' };
    schemas.CancelledOrder = { type: 'object', additionalProperties: true };
    const shown = operation.requestBody.content['application/json'].examples;
    shown.travelerCancel.value = { status: 'Traveler cancel' };
    shown.unavoidableCancel.value = { status: 'Unavoidable cancel' };
  });
  const { json } = await send(url, { body: { status: 'Unavoidable cancel' } });
  expect(json).toEqual({ code: ORDER, state: 'Unavoidable cancel', from: 'unavoidable' });
  expect((await send(url, { body: VALID })).json).toEqual({ status: ['이 필드는 필수 항목입니다.'] });
  const spoilt = await send(url, {
    orderCode: scenarioCode('not-applied'),
    body: { status: 'Traveler cancel' },
  });
  expect(spoilt.json).toEqual({ code: scenarioCode('not-applied'), state: 'New', from: 'traveler' });
});

it('An optional status that was not sent is not echoed, and the success still has the closest example', async () => {
  const url = await startEdited(({ request, responses }) => {
    request.required = ['channel_status'];
    responses['200'].content['application/json'].examples.unavoidableCancel.value.channel_order_code = 'fits';
  });
  const { status, json } = await send(url, { body: { channel_status: 'Unavoidable cancel' } });
  expect(status).toBe(200);
  expect(json).toMatchObject({ channel_order_code: 'fits', ax_order_status: 'Unavoidable cancel' });
});

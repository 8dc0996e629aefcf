import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contractAfter, example, type Node, orderPath, send } from './pinned.ts';

const CHANNEL = {
  name: 'Channel-Code',
  in: 'header',
  required: true,
  description: 'The channel.',
  schema: { type: 'string', maxLength: 5 },
  example: 'ota-1',
};
const LANGUAGE = {
  name: 'Lang',
  in: 'query',
  description: 'The language.',
  schema: { type: 'string', enum: ['ko', 'en'] },
  example: 'ko',
};
const TEST_RUN = {
  name: 'test_run',
  in: 'query',
  required: true,
  description: 'Whether it is a test.',
  schema: { type: 'boolean' },
  example: true,
};

/** Starts a mock whose contract has more parameters, and gives the function that sends to it. */
async function startWith(parameters: object[], edit: (responses: Node) => void = () => {}) {
  const contract = contractAfter(({ operation }) => {
    operation.parameters = [...parameters.slice(1), ...operation.parameters, ...parameters.slice(0, 1)];
    edit(operation.responses);
  });
  const mock = await startMock({ port: 0, contract: async () => contract });
  onTestFinished(() => mock.close());
  return async (headers: Record<string, string>, query = '', body?: unknown) => {
    const path = `${orderPath()}${query}`;
    const { status, json } = await send(mock.url, { path, headers, ...(body === undefined ? {} : { body }) });
    return { status, json };
  };
}

describe.each([
  ['in one order', [CHANNEL, LANGUAGE, TEST_RUN]],
  ['in another order', [TEST_RUN, LANGUAGE, CHANNEL]],
])('Headers and query parameters, %s', (_, parameters) => {
  it.each([
    ['ota-1', '?test_run=true'],
    ['ota-1', '?Lang=en&test_run=false&unknown=1'],
  ])('are followed: %s %s', async (channel, query) => {
    const sendTo = await startWith(parameters);
    expect((await sendTo({ 'channel-code': channel }, query)).status).toBe(200);
    expect((await sendTo({ 'CHANNEL-CODE': channel }, query)).status).toBe(200);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['a missing header', {}, '?test_run=true', '헤더 Channel-Code: 이 필드는 필수 항목입니다.'],
    [
      'an empty header',
      { 'channel-code': '' },
      '?test_run=true',
      '헤더 Channel-Code: 이 필드는 필수 항목입니다.',
    ],
    [
      'a header that is too long',
      { 'channel-code': 'ota-10' },
      '?test_run=true',
      '헤더 Channel-Code: 이 필드의 글자 수가 5 이하인지 확인하십시오.',
    ],
    ['a missing parameter', { 'channel-code': 'a' }, '', '쿼리 test_run: 이 필드는 필수 항목입니다.'],
    [
      'a parameter in another case',
      { 'channel-code': 'a' },
      '?TEST_RUN=true',
      '쿼리 test_run: 이 필드는 필수 항목입니다.',
    ],
    [
      'an optional parameter that is invalid',
      { 'channel-code': 'a' },
      '?Lang=fr&test_run=true',
      '쿼리 Lang: "fr"이 유효하지 않은 선택(choice)입니다.',
    ],
    [
      'another type',
      { 'channel-code': 'a' },
      '?test_run=maybe',
      '쿼리 test_run: "maybe"이 유효하지 않은 부울(boolean)입니다.',
    ],
  ])('are refused in one detail: %s', async (_name, headers, query, detail) => {
    const sendTo = await startWith(parameters);
    expect(await sendTo(headers, query)).toEqual({ status: 400, json: { detail } });
    // Whatever the body is like.
    expect(await sendTo(headers, query, {})).toEqual({ status: 400, json: { detail } });
  });
});

it('The format of a parameter is checked like that of a field', async () => {
  const sendTo = await startWith([{ ...CHANNEL, schema: { type: 'string', format: 'date' } }]);
  expect((await sendTo({ 'channel-code': '2024-01-01' })).status).toBe(200);
  expect((await sendTo({ 'channel-code': 'today' })).json).toEqual({
    detail: '헤더 Channel-Code: 형식에 맞지 않는 값입니다.',
  });
});

it('A repeated or deprecated parameter does not make the mock fail', async () => {
  const sendTo = await startWith([{ ...LANGUAGE, deprecated: true }]);
  expect((await sendTo({}, '?Lang=ko')).status).toBe(200);
  expect((await sendTo({}, '?Lang=ko&Lang=en')).status).toBe(400);
});

describe('A value of a parameter that provokes a documented response', () => {
  const refused = (expression: string, value: string) => (responses: Node) => {
    responses['409'] = structuredClone(responses['404']);
    responses['409'].content['application/json'].examples = {
      otherChannel: {
        summary: 'Another channel',
        description: "Another channel's order.",
        'x-provoked-by': { [expression]: value },
        value: { detail: '다른 채널의 주문입니다.' },
      },
    };
  };
  const CONFLICT = { status: 409, json: { detail: '다른 채널의 주문입니다.' } };

  it('works in a header and in the query, before the body is read', async () => {
    const inHeader = await startWith([CHANNEL], refused('$request.header.Channel-Code', 'other'));
    expect(await inHeader({ 'channel-code': 'other' }, '', '{')).toEqual(CONFLICT);
    expect((await inHeader({ 'channel-code': 'mine' })).status).toBe(200);
    const inQuery = await startWith([LANGUAGE], refused('$request.query.Lang', 'fr'));
    expect(await inQuery({}, '?Lang=fr')).toEqual(CONFLICT);
  });

  it('is empty for a missing parameter', async () => {
    const sendTo = await startWith([CHANNEL], refused('$request.header.Channel-Code', ''));
    expect(await sendTo({})).toEqual(CONFLICT);
    expect((await sendTo({ 'channel-code': 'mine' })).status).toBe(200);
  });

  it('counts after the key and the order', async () => {
    const sendTo = await startWith([CHANNEL], refused('$request.header.Channel-Code', 'other'));
    const headers = { 'channel-code': 'other', authorization: 'Token invalid' };
    expect(await sendTo(headers)).toEqual({ status: 403, json: example(403, 'noPermission') });
  });
});

import { describe, expect, it } from 'vitest';
import { example, send, VALID } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const REQUIRED = ['이 필드는 필수 항목입니다.'];
const choice = (value: string) => [`"${value}"이 유효하지 않은 선택(choice)입니다.`];

async function fieldsAtFault(body: unknown): Promise<unknown> {
  const { status, json } = await send(mock.url, { body });
  expect(status).toBe(400);
  return json;
}

it("The body of the page's own cURL lacks both required fields", async () => {
  const body = {
    channel_order_status: 'Traveler cancel',
    ax_order_status: 'Traveler cancel',
    comment: '여행자의 개인 사정으로 인한 취소',
  };
  expect(await fieldsAtFault(body)).toEqual(example(400, 'missingFields'));
});

it('No body at all lacks both required fields, whatever its media type', async () => {
  const { status, json } = await send(mock.url, { body: '', headers: { 'content-type': 'text/plain' } });
  expect(status).toBe(400);
  expect(json).toEqual(example(400, 'missingFields'));
});

describe('A field at fault is named, and no other', () => {
  it.each([
    ['a missing one', { channel_status: 'New' }, { ax_status: REQUIRED }],
    ['an unknown status', { ...VALID, ax_status: 'Canceled' }, example(400, 'unknownStatus')],
    ['a comment of the wrong type', { ...VALID, comment: ['x'] }, example(400, 'notAString')],
    ['null', { ...VALID, comment: null }, { comment: ['이 필드는 null일 수 없습니다.'] }],
    [
      'all three',
      { ax_status: 'x', comment: 1 },
      { ax_status: choice('x'), channel_status: REQUIRED, comment: ['Not a valid string.'] },
    ],
  ])('%s', async (_, body, fields) => {
    expect(await fieldsAtFault(body)).toEqual(fields);
  });
});

describe('An unknown status is quoted as it was sent', () => {
  it.each([
    ['in another case', 'traveler cancel', 'traveler cancel'],
    ['with quotes and replacement patterns', 'a"$&$1"b', 'a"$&$1"b'],
    ['empty', '', ''],
    ['a number', 5, '5'],
    ['a boolean', true, 'true'],
    ['a list', [['x']], '[…]'],
    ['an object', { a: 1 }, '{…}'],
  ])('%s', async (_, sent, quoted) => {
    expect(await fieldsAtFault({ ...VALID, channel_status: sent })).toEqual({
      channel_status: choice(quoted),
    });
  });

  it('a list nested a hundred thousand deep', async () => {
    const deep = `{ "ax_status": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "channel_status": "New" }`;
    expect(await fieldsAtFault(deep)).toEqual({ ax_status: choice('[…]') });
  });
});

it.each([
  ['list', '[]'],
  ['str', '"x"'],
  ['str', '""'],
  ['int', '0'],
  ['float', '1.5'],
  ['bool', 'false'],
])('A body that is a %s is wrong as a whole: %s', async (type, body) => {
  const message = `유효하지 않은 데이터. 딕셔너리(dictionary)대신 ${type}를 받았습니다.`;
  expect(await fieldsAtFault(body)).toEqual({ non_field_errors: [message] });
});

it('A body that is null is wrong as a whole', async () => {
  expect(await fieldsAtFault('null')).toEqual({ non_field_errors: ['No data provided'] });
});

describe('A body that cannot be read gets the one detail', () => {
  it.each([
    ['cut JSON', '{ "ax_status": '],
    ['only spaces', '  '],
    ['single quotes', "{'ax_status': 'New'}"],
    ['NaN', '{ "ax_status": NaN }'],
    ['a byte order mark', `\uFEFF${JSON.stringify(VALID)}`],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('%s', async (_, body) => {
    expect(await fieldsAtFault(body)).toEqual(example(400, 'unreadableBody'));
  });
});

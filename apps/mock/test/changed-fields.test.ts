import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contractAfter, type Edited, send, VALID } from './pinned.ts';

/*
 * The mock follows a contract with other rules for the body: a valid body succeeds, and an invalid one gets the documented
 * response in the framework's form, in Korean.
 */

async function startEdited(edit: (edited: Edited) => void) {
  const contract = contractAfter(edit);
  const mock = await startMock({ port: 0, contract: async () => contract });
  onTestFinished(() => mock.close());
  const ajv = new Ajv2020({ strict: false });
  return {
    url: mock.url,
    /** The messages about an invalid body; the response is checked against the contract. */
    async invalid(body: unknown): Promise<unknown> {
      const { status, json } = await send(mock.url, { body });
      const documented = contract.responses.find((response) => response.status === status);
      expect(status).toBe(400);
      const validate = ajv.compile({ ...documented?.schema, components: contract.document.components });
      validate(json);
      expect(validate.errors).toBeNull();
      return json;
    },
    async succeeds(body: unknown) {
      expect(await send(mock.url, { body })).toMatchObject({ status: 200 });
    },
  };
}

/** A field of the request with its list of messages in the 400. */
function declare({ schemas, request }: Edited, name: string, schema: object, required = false) {
  request.properties[name] = { description: 'A field.', ...schema };
  if (required) request.required.push(name);
  schemas.InvalidRequest.properties[name] = { $ref: '#/components/schemas/Messages' };
}

const FORMAT = '형식에 맞지 않는 값입니다.';
const rules: [
  name: string,
  schema: object,
  valid: unknown[],
  invalid: [value: unknown, message: string][],
][] = [
  [
    'maxLength, in code points',
    { type: 'string', maxLength: 3 },
    ['', 'abc', '😀😀😀'],
    [['abcd', '이 필드의 글자 수가 3 이하인지 확인하십시오.']],
  ],
  [
    'minLength',
    { type: 'string', minLength: 2 },
    ['ab'],
    [
      ['', '이 필드는 blank일 수 없습니다.'],
      ['a', '이 필드의 글자 수가 적어도 2 이상인지 확인하십시오.'],
    ],
  ],
  ['pattern', { type: 'string', pattern: '^\\p{L}+$' }, ['가나다'], [['a1', FORMAT]]],
  [
    'format uuid',
    { type: 'string', format: 'uuid' },
    ['B9872ED4-12c5-4fb5-ae18-4f39b11ee912'],
    [
      ['b9872ed4', FORMAT],
      ['urn:uuid:b9872ed4-12c5-4fb5-ae18-4f39b11ee912', FORMAT],
    ],
  ],
  ['format date', { type: 'string', format: 'date' }, ['2024-02-30'], [['2024-13-01', FORMAT]]],
  [
    'format date-time',
    { type: 'string', format: 'date-time' },
    ['2024-02-03T04:05:06+09:00'],
    [['2024-02-03 04:05', FORMAT]],
  ],
  ['format email', { type: 'string', format: 'email' }, ['a@b.kr'], [['a@b@c', FORMAT]]],
  [
    'integer, minimum and maximum',
    { type: 'integer', minimum: 1, maximum: 9 },
    [1, 9, 2.0],
    [
      [0, '이 값이 1보다 크거나 같은지 확인하십시오.'],
      [10, '이 값이 9보다 작거나 같은지 확인하십시오.'],
      [1.5, '유효한 정수(integer)를 입력하십시오.'],
      ['1', '유효한 정수(integer)를 입력하십시오.'],
    ],
  ],
  ['number', { type: 'number' }, [1.5], [['x', '유효한 숫자를 입력하십시오.']]],
  ['boolean', { type: 'boolean' }, [true, false], [['no', '"no"이 유효하지 않은 부울(boolean)입니다.']]],
  [
    'nullable',
    { type: ['string', 'null'], maxLength: 1 },
    [null, 'a'],
    [
      [1, 'Not a valid string.'],
      ['ab', '이 필드의 글자 수가 1 이하인지 확인하십시오.'],
    ],
  ],
  [
    'an array, its items too',
    { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string', maxLength: 2 } },
    [['a', 'bb']],
    [
      [[], '이 필드의 항목 수가 1 이상인지 확인하십시오.'],
      [['a', 'b', 'c'], '이 필드의 항목 수가 2 이하인지 확인하십시오.'],
      [{}, '아이템 리스트가 필요합니다. "dict"를 받았습니다.'],
      [['a', 'bbb'], '이 필드의 글자 수가 2 이하인지 확인하십시오.'],
      [[null], '이 필드는 null일 수 없습니다.'],
    ],
  ],
];

describe('A field with another rule', () => {
  it.each(rules)('is followed: %s', async (_, schema, valid, invalid) => {
    const mock = await startEdited((edited) => declare(edited, 'extra', schema));
    await mock.succeeds(VALID);
    for (const value of valid) await mock.succeeds({ ...VALID, extra: value });
    for (const [value, message] of invalid)
      expect(await mock.invalid({ ...VALID, extra: value })).toEqual({ extra: [message] });
  });
});

it('A new required field is reported when it is missing', async () => {
  const mock = await startEdited((edited) => declare(edited, 'reason', { type: 'string' }, true));
  expect(await mock.invalid(VALID)).toEqual({ reason: ['이 필드는 필수 항목입니다.'] });
  await mock.succeeds({ ...VALID, reason: 'x' });
});

describe('A field that holds an object', () => {
  const edit = (edited: Edited) => {
    edited.schemas.Guest = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', maxLength: 2 }, 'a/b~c': { type: 'integer' } },
      additionalProperties: false,
    };
    declare(edited, 'guest', { $ref: '#/components/schemas/Guest' });
  };

  it.each<[string, unknown, string]>([
    ['another type', 1, '딕셔너리(dictionary)가 필요합니다. "int"를 받았습니다.'],
    ['a list', [], '딕셔너리(dictionary)가 필요합니다. "list"를 받았습니다.'],
    ['null', null, '이 필드는 null일 수 없습니다.'],
    ['what it requires', {}, '이 필드는 필수 항목입니다.'],
    ['a rule below', { name: 'abc' }, '이 필드의 글자 수가 2 이하인지 확인하십시오.'],
    ['null below', { name: null }, '이 필드는 null일 수 없습니다.'],
    ['a name with a slash', { name: 'a', 'a/b~c': 'x' }, '유효한 정수(integer)를 입력하십시오.'],
    ['a field that it does not have', { name: 'a', more: 1 }, '알 수 없는 필드입니다.'],
  ])('is named for a fault inside it: %s', async (_, guest, message) => {
    const mock = await startEdited(edit);
    expect(await mock.invalid({ ...VALID, guest })).toEqual({ guest: [message] });
    await mock.succeeds({ ...VALID, guest: { name: 'ab', 'a/b~c': 1 } });
  });
});

it('A closed body names the fields that it does not have', async () => {
  const mock = await startEdited(({ request }) => {
    request.additionalProperties = false;
  });
  const unknown = ['알 수 없는 필드입니다.'];
  const body = { ...VALID, more: 1, "it's; found 'x'": 2 };
  expect(await mock.invalid(body)).toEqual({ more: unknown, "it's; found 'x'": unknown });
});

it('A new status can be requested, and a removed one cannot', async () => {
  const mock = await startEdited(({ schemas }) => {
    schemas.RequestedStatus.enum = ['Traveler cancel', 'Weather cancel'];
    schemas.RequestedStatus['x-cancels'] = ['Traveler cancel', 'Weather cancel'];
  });
  const { json } = await send(mock.url, {
    body: { ax_status: 'Weather cancel', channel_status: 'Weather cancel' },
  });
  expect(json).toMatchObject({ ax_order_status: 'Weather cancel' });
  expect(await mock.invalid({ ...VALID, ax_status: 'New' })).toHaveProperty('ax_status');
});

it("The text of a violation is that of the contract's example", async () => {
  const mock = await startEdited((edited) => {
    edited.request.properties.comment.maxLength = 3;
    const { examples } = edited.responses['400'].content['application/json'];
    examples.tooLong = {
      summary: 'Too long',
      description: 'Too long.',
      'x-violation': 'maxLength',
      value: { comment: ['세 글자까지 쓸 수 있습니다.'] },
    };
  });
  expect(await mock.invalid({ ...VALID, comment: 'abcd' })).toEqual({
    comment: ['세 글자까지 쓸 수 있습니다.'],
  });
});

it('A keyword without a text of its own gets the general Korean text', async () => {
  const mock = await startEdited((edited) => declare(edited, 'extra', { type: 'integer', multipleOf: 5 }));
  expect(await mock.invalid({ ...VALID, extra: 3 })).toEqual({ extra: ['유효하지 않은 값입니다.'] });
});

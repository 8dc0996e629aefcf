import { describe, expect, it } from 'vitest';
import { contract, order, send, VALID } from './exchange.ts';
import { useMock } from './mock.ts';
import { refused } from './order.ts';

const mock = useMock();
const { requiredFields, statusFields, textFields, withStatus } = order;
const REQUIRED = '이 필드는 필수 항목입니다.';
const NOT_A_STRING = 'Not a valid string.';
const NULL = '이 필드는 null일 수 없습니다.';
const BLANK = '이 필드는 blank일 수 없습니다.';
const choice = (value: string) => `"${value}"이 유효하지 않은 선택(choice)입니다.`;

/** The same message about several fields. */
const about = (fields: readonly { name: string }[], message: string) =>
  Object.fromEntries(fields.map(({ name }) => [name, message]));
const [statusName = ''] = statusFields.map(({ name }) => name);

async function expectInvalid(body: unknown, messages: Record<string, string>): Promise<void> {
  const { status, json } = await send(mock.url, { body });
  expect([status, json]).toEqual([order.INVALID, order.invalid(messages)]);
}

describe('What is required is missing', () => {
  if (requiredFields.length === 0) {
    it('nowhere, because no field is required: an absent body is valid', async () => {
      expect((await send(mock.url, { body: '' })).status).toBe(order.SUCCESS);
    });
    return;
  }

  it('in a body whose fields have other names', async () => {
    const misnamed = Object.entries(VALID).map(([name, value]) => [`${name}_of_another_system`, value]);
    await expectInvalid(Object.fromEntries(misnamed), about(requiredFields, REQUIRED));
  });

  it('in an absent body, whatever its media type', async () => {
    const { status, json } = await send(mock.url, { body: '', headers: { 'content-type': 'text/plain' } });
    expect([status, json]).toEqual([order.INVALID, order.invalid(about(requiredFields, REQUIRED))]);
  });

  it.each(requiredFields)('where only $name is missing', async ({ name }) => {
    await expectInvalid(order.without(name), { [name]: REQUIRED });
  });
});

describe('The invalid field is named, and no other', () => {
  it.each(statusFields)('an unknown $name', async ({ name }) => {
    await expectInvalid({ ...VALID, [name]: 'Canceled' }, { [name]: choice('Canceled') });
  });

  it.each(textFields)('$name of the wrong type', async ({ name }) => {
    await expectInvalid({ ...VALID, [name]: ['x'] }, { [name]: NOT_A_STRING });
  });

  it.each(contract.request.fields)('$name that is null, unless it may be', async ({ name, schema }) => {
    const body = { ...VALID, [name]: null };
    if ([schema.type].flat().includes('null'))
      expect((await send(mock.url, { body })).status).toBe(order.SUCCESS);
    else await expectInvalid(body, { [name]: NULL });
  });

  it.each(textFields)('$name that is empty, unless it may be', async ({ name, schema }) => {
    const body = { ...VALID, [name]: '' };
    if ((schema.minLength ?? 0) === 0) expect((await send(mock.url, { body })).status).toBe(order.SUCCESS);
    else await expectInvalid(body, { [name]: BLANK });
  });

  it('all of them together', async () => {
    const missing = requiredFields.filter(({ name }) => name !== statusName);
    await expectInvalid(
      { [statusName]: 'x', ...Object.fromEntries(textFields.map(({ name }) => [name, 1])) },
      {
        ...about(statusFields.slice(0, 1), choice('x')),
        ...about(missing, REQUIRED),
        ...about(textFields, NOT_A_STRING),
      },
    );
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
    await expectInvalid(withStatus(sent), about(statusFields, choice(quoted)));
  });

  it('a list nested a hundred thousand deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = JSON.stringify({ ...VALID, [statusName]: 'deep' }).replace('"deep"', deep);
    await expectInvalid(body, { [statusName]: choice('[…]') });
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
  await expectInvalid(body, { non_field_errors: message });
});

it('A body that is null is wrong as a whole', async () => {
  await expectInvalid('null', { non_field_errors: 'No data provided' });
});

describe("A body with a violation gets the contract's example for it", () => {
  const broken: Record<string, unknown> = {
    required: {},
    enum: { ...VALID, [statusName]: 'Canceled' },
    type: { ...VALID, ...Object.fromEntries(textFields.map(({ name }) => [name, ['x']])) },
  };
  const shown = order.refusals.invalid.filter(({ violation = '' }) => violation in broken);
  it.each(shown)('$name', async (example) => {
    const { status, json } = await send(mock.url, { body: broken[example.violation ?? ''] });
    expect([status, json]).toEqual(refused(example));
  });
});

describe('An unreadable body gets a single detail', () => {
  it.each([
    ['cut JSON', `{ "${statusName}": `],
    ['only spaces', '  '],
    ['single quotes', `{'${statusName}': 'New'}`],
    ['NaN', `{ "${statusName}": NaN }`],
    ['a byte order mark', `\uFEFF${JSON.stringify(VALID)}`],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('%s', async (_, body) => {
    const { status, json } = await send(mock.url, { body });
    expect([status, json]).toEqual(refused(order.refusals.unreadable));
  });
});

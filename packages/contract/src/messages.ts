import type { Contract } from './contract.ts';
import { documentedExamples } from './refusals.ts';
import type { ResolvedSchema } from './schema.ts';

/**
 * The kinds of violation that have a message: `required`, `null`, `blank`, `nullBody`, `object` (the body is not an object),
 * `unknown` (a field that a closed object does not have), and the JSON Schema keywords that the contract may use.
 */
export type ViolationKind =
  | 'required'
  | 'null'
  | 'blank'
  | 'nullBody'
  | 'object'
  | 'unknown'
  | 'type'
  | 'enum'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'minItems'
  | 'maxItems';

/** Stands in a message for what was sent, as {@link quoteInput} writes it. */
export const INPUT = '{input}';

/**
 * Django REST framework's Korean texts (`ko_KR`, 3.7 to 3.16.0), and a text of ours in its manner for what it does
 * not have: `unknown`. `{limit}` stands for the keyword's value.
 */
const MESSAGES: Readonly<Record<ViolationKind, string>> = {
  required: '이 필드는 필수 항목입니다.',
  null: '이 필드는 null일 수 없습니다.',
  blank: '이 필드는 blank일 수 없습니다.',
  nullBody: 'No data provided',
  object: `유효하지 않은 데이터. 딕셔너리(dictionary)대신 ${INPUT}를 받았습니다.`,
  unknown: '알 수 없는 필드입니다.',
  type: '유효하지 않은 값입니다.',
  enum: `"${INPUT}"이 유효하지 않은 선택(choice)입니다.`,
  minLength: '이 필드의 글자 수가 적어도 {limit} 이상인지 확인하십시오.',
  maxLength: '이 필드의 글자 수가 {limit} 이하인지 확인하십시오.',
  pattern: '형식에 맞지 않는 값입니다.',
  format: '형식에 맞지 않는 값입니다.',
  minimum: '이 값이 {limit}보다 크거나 같은지 확인하십시오.',
  maximum: '이 값이 {limit}보다 작거나 같은지 확인하십시오.',
  minItems: '이 필드의 항목 수가 {limit} 이상인지 확인하십시오.',
  maxItems: '이 필드의 항목 수가 {limit} 이하인지 확인하십시오.',
};

/** The framework's texts for a value of another type, by the type that the field has. */
const TYPE_MESSAGES: Readonly<Record<string, string>> = {
  string: 'Not a valid string.',
  integer: '유효한 정수(integer)를 입력하십시오.',
  number: '유효한 숫자를 입력하십시오.',
  boolean: `"${INPUT}"이 유효하지 않은 부울(boolean)입니다.`,
  array: `아이템 리스트가 필요합니다. "${INPUT}"를 받았습니다.`,
  object: `딕셔너리(dictionary)가 필요합니다. "${INPUT}"를 받았습니다.`,
};

/** Gives the message about a violation. {@link INPUT} stands in it for what was sent. */
export type Wording = (kind: ViolationKind, schema: ResolvedSchema) => string;

/**
 * Makes the wording of a contract: the message of its example with the same `x-violation`, or else the framework's text.
 * Never the text of a validator.
 */
export function createWording(contract: Contract): Wording {
  const shown = exampleMessages(contract);
  return (kind, schema) => {
    const [type = 'string'] = [schema.type ?? 'string'].flat().filter((one) => one !== 'null');
    // The contract's example of a wrong type is about a string.
    if (kind === 'type' && type !== 'string') return TYPE_MESSAGES[type] ?? MESSAGES.type;
    const text = shown.get(kind) ?? (kind === 'type' ? TYPE_MESSAGES.string : undefined) ?? MESSAGES[kind];
    // The framework quotes what was sent; the contract's example quotes a value of its own.
    const general = kind === 'enum' ? text.replace(/"[^"]*"/, `"${INPUT}"`) : text;
    const limit = kind in schema ? (schema as Record<string, unknown>)[kind] : undefined;
    return general.replace('{limit}', String(limit));
  };
}

/**
 * Writes what was sent as the framework quotes it in a message. Lists and objects are not spelled out: a deeply nested
 * one would exhaust the stack.
 */
export function quoteInput(kind: ViolationKind, value: unknown): string {
  if (kind === 'object' || (kind === 'type' && typeof value !== 'string')) return pythonType(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return String(value);
}

function pythonType(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'object') return 'dict';
  return Number.isInteger(value) ? 'int' : 'float';
}

/** The first message of each example of an invalid request, by its kind of violation. */
function exampleMessages(contract: Contract): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { violation, value } of documentedExamples(contract)) {
    if (violation === undefined || typeof value !== 'object' || value === null) continue;
    const [first] = Object.values(value).flat();
    if (typeof first === 'string' && !messages.has(violation)) messages.set(violation, first);
  }
  return messages;
}

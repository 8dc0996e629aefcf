import type { Contract, Field } from '@ax-cloud/contract/contract';
import {
  createWording,
  INPUT,
  quoteInput,
  type ViolationKind,
  type Wording,
} from '@ax-cloud/contract/messages';
import { statusFields, textField } from '@ax-cloud/contract/request-body';
import { FORMATS } from '@ax-cloud/contract/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Behaviour, Fields } from './behaviour.ts';

/** What a server makes of one field of the body. */
export interface FieldRule {
  /** Its name on the wire. */
  name: string;
  /** What is wrong with a value; undefined when nothing is. */
  check(value: unknown): string | undefined;
  /** What of a cancel it sets. */
  sets: readonly (keyof Fields)[];
}

/** The rules of the contract's fields: the first of its statuses is AX Cloud's, and the last is the channel's. */
export function fieldRules(contract: Contract): FieldRule[] {
  const statuses = statusFields(contract).map(({ name }) => name);
  const parts = {
    ax_status: statuses[0],
    channel_status: statuses.at(-1),
    comment: textField(contract)?.name,
  };
  const wording = createWording(contract);
  return contract.request.fields.map((field) => ({
    name: field.name,
    check: checkOf(field, wording),
    sets: (Object.keys(parts) as (keyof Fields)[]).filter((part) => parts[part] === field.name),
  }));
}

const NO_OBJECT = '유효하지 않은 데이터. 딕셔너리(dictionary)대신 str를 받았습니다.';

/** Checks a body field by field. */
export function checkFields(body: unknown, rules: readonly FieldRule[]): ReturnType<Behaviour['validate']> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { errors: { non_field_errors: [NO_OBJECT] } };
  }
  const values = body as Readonly<Record<string, unknown>>;
  const errors = rules.flatMap(({ name, check }) => {
    const message = check(values[name]);
    return message === undefined ? [] : [[name, [message]]];
  });
  if (errors.length > 0) return { errors: Object.fromEntries(errors) };
  const part = (sought: keyof Fields) => {
    const value = values[rules.find(({ sets }) => sets.includes(sought))?.name ?? ''];
    return value === undefined || value === null ? undefined : String(value);
  };
  return {
    fields: {
      ax_status: part('ax_status'),
      channel_status: part('channel_status'),
      comment: part('comment'),
    },
  };
}

function checkOf({ schema, required }: Field, wording: Wording): FieldRule['check'] {
  // Lint has checked the schema, and JSON Schema's own takes long to compile.
  const options = { strict: false, formats: FORMATS, meta: false, validateSchema: false };
  const isValid = new Ajv2020(options).compile(schema);
  const isText = [schema.type].flat().includes('string') && schema.enum === undefined;
  const violation = (value: unknown): ViolationKind | undefined => {
    if (value === undefined) return required ? 'required' : undefined;
    // The framework's own: it takes a number for its digits, and calls an empty text blank.
    if (isText && typeof value === 'number') return undefined;
    if (isText && value === '') return 'blank';
    if (isValid(value)) return undefined;
    if (value === null) return 'null';
    return schema.enum === undefined ? (isValid.errors?.[0]?.keyword as ViolationKind) : 'enum';
  };
  return (value) => {
    const kind = violation(value);
    return kind === undefined
      ? undefined
      : wording(kind, schema).replace(INPUT, () => quoteInput(kind, value));
  };
}

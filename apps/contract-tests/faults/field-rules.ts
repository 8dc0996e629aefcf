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

/** How a server handles one field of the body. */
export interface FieldRule {
  /** The field's name in the body. */
  name: string;
  /** The error message about a value; undefined for a valid one. */
  check(value: unknown): string | undefined;
  /** The parts of a cancel that the field sets. */
  sets: readonly (keyof Fields)[];
}

/** The rules of the contract's fields. The first status field is AX Cloud's, the last one is the channel's. */
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

const NOT_AN_OBJECT = '유효하지 않은 데이터. 딕셔너리(dictionary)대신 str를 받았습니다.';

/** Checks a body field by field. */
export function checkFields(body: unknown, rules: readonly FieldRule[]): ReturnType<Behaviour['validate']> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { errors: { non_field_errors: [NOT_AN_OBJECT] } };
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
  // Lint has checked the schema, and compiling the meta-schema is slow.
  const options = { strict: false, formats: FORMATS, meta: false, validateSchema: false };
  const isValid = new Ajv2020(options).compile(schema);
  const isText = [schema.type].flat().includes('string') && schema.enum === undefined;
  const violation = (value: unknown): ViolationKind | undefined => {
    if (value === undefined) return required ? 'required' : undefined;
    // The framework's own rules: a number is converted to text, and empty text is blank.
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

import type { Behaviour } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { checkFields, type FieldRule } from '../field-rules.ts';
import { crash, type Variant } from '../variant.ts';
import { CANCEL, RULES, STATUS_FIELDS } from '../words.ts';

/** The message about a missing field. */
const missing = (name: string, rules: readonly FieldRule[] = RULES) =>
  rules.find((rule) => rule.name === name)?.check(undefined);
/** A pattern that matches each status field. */
const STATUS = `(${STATUS_FIELDS.join('|')})`;

/** The body of a complete cancel. */
const VALID = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));

/** Servers that accept a request without a required field, or crash on it. */
export const missingFieldVariants: Variant[] = [
  ...STATUS_FIELDS.map(
    (name): Variant => ({
      does: `crashes when ${name} is missing`,
      speaks: ['required-in-patch'],
      fails: `body.${name}.missing`,
      also: new RegExp(`^body\\.(empty-object|absent|misnamed|nested|${name}\\.name-case)$`),
      change: {
        invalid: (errors) => (errors[name]?.[0] === missing(name) ? crash() : CONFORMING.invalid(errors)),
      },
    }),
  ),
  {
    does: 'reads an empty object as a cancel',
    speaks: ['required-in-patch', 'superseded-version'],
    fails: 'body.empty-object',
    also: /^body\.absent$/,
    change: {
      validate: (body) => CONFORMING.validate(JSON.stringify(body) === '{}' ? VALID : body),
    },
  },
  {
    does: 'skips missing fields, as a partial update does, and changes nothing',
    speaks: ['required-in-patch'],
    fails: 'body.empty-object',
    also: new RegExp(`^body\\.(absent|misnamed|nested|${STATUS}\\.(missing|name-case))$`),
    answers: { 'required-in-patch': 'partial' },
    change: { validate: skippingMissing(RULES) },
  },
  {
    does: 'reads a missing or empty status as a cancel, as a language with zero values may',
    orders: 30,
    speaks: ['required-in-patch', 'superseded-version'],
    fails: 'body.empty-object',
    also: new RegExp(`^body\\.(absent|nested|${STATUS}\\.(missing|name-case|empty|type\\.null))$`),
    answers: { 'required-in-patch': 'partial', 'superseded-version': 'version-53' },
    change: {
      validate: (body) =>
        CONFORMING.validate(
          typeof body === 'object' && body !== null && !Array.isArray(body) ? withZeroValues(body) : body,
        ),
    },
  },
];

/** Replaces a missing or empty status with a cancel. */
function withZeroValues(body: object): object {
  const read = new Map<string, unknown>(Object.entries(body));
  return { ...body, ...Object.fromEntries(STATUS_FIELDS.map((name) => [name, read.get(name) || CANCEL])) };
}

/** Ignores missing fields, as a partial update does. Such a request changes nothing. */
export function skippingMissing(rules: readonly FieldRule[]): Behaviour['validate'] {
  return (body) => {
    const result = checkFields(body, rules);
    const isMissing = ([name, [message]]: [string, string[]]) => message === missing(name, rules);
    return 'errors' in result && Object.entries(result.errors).every(isMissing)
      ? { fields: { ax_status: undefined, channel_status: undefined, comment: undefined } }
      : result;
  };
}

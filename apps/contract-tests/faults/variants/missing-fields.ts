import type { Behaviour } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { checkFields, type FieldRule } from '../field-rules.ts';
import { crash, type Variant } from '../variant.ts';
import { CANCEL, RULES, STATUS_FIELDS } from '../words.ts';

/** What a server says of a field that is missing. */
const missing = (name: string, rules: readonly FieldRule[] = RULES) =>
  rules.find((rule) => rule.name === name)?.check(undefined);
/** Any field for a status, in a pattern. */
const STATUS = `(${STATUS_FIELDS.join('|')})`;

/** The body of a cancel in which nothing is missing. */
const VALID = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));

/** Servers that do without a field that the contract requires, or crash without it. */
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
    does: 'takes an empty object for a cancel',
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
    does: 'takes a missing or an empty status for a cancel, as a language with zero values may',
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

/** The body as a server has it that reads an absent text as an empty one, and an empty one as a cancel. */
function withZeroValues(body: object): object {
  const read = new Map<string, unknown>(Object.entries(body));
  return { ...body, ...Object.fromEntries(STATUS_FIELDS.map((name) => [name, read.get(name) || CANCEL])) };
}

/** Skips what is missing, as a partial update does: such a request changes nothing. */
export function skippingMissing(rules: readonly FieldRule[]): Behaviour['validate'] {
  return (body) => {
    const result = checkFields(body, rules);
    const isMissing = ([name, [message]]: [string, string[]]) => message === missing(name, rules);
    return 'errors' in result && Object.entries(result.errors).every(isMissing)
      ? { fields: { ax_status: undefined, channel_status: undefined, comment: undefined } }
      : result;
  };
}

import { type Behaviour, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { checkFields, type FieldRule } from '../field-rules.ts';
import { sendWhole } from '../server.ts';
import { crash, type Variant } from '../variant.ts';
import { CANCEL, contract, RULES, STATUS_FIELDS, STATUSES } from '../words.ts';

/** What a server says of a field that is missing. */
const missing = (name: string, rules: readonly FieldRule[] = RULES) =>
  rules.find((rule) => rule.name === name)?.check(undefined);
/** Any field for a status, in a pattern. */
const STATUS = `(${STATUS_FIELDS.join('|')})`;

/** Replaces the check of one field. */
function checked(
  name: string,
  replace: (check: FieldRule['check']) => FieldRule['check'],
): Partial<Behaviour> {
  const rules = RULES.map((rule) => (rule.name === name ? { ...rule, check: replace(rule.check) } : rule));
  return {
    validate(body) {
      const result = checkFields(body, rules);
      if ('errors' in result) return result;
      // What was let through is set as the status that it stands for.
      const normal = (status = '') =>
        STATUSES.find((one) => one.toLowerCase().startsWith(status.trim().toLowerCase().slice(0, 8))) ??
        CANCEL;
      const { ax_status, channel_status, comment } = result.fields;
      return { fields: { ax_status: normal(ax_status), channel_status: normal(channel_status), comment } };
    },
  };
}

/** Understands other spellings of a status: it turns a text into the one that it compares with the list. */
function spellings(name: string): Variant[] {
  const lets = (what: string, id: string, normal: (text: string) => string, also?: RegExp): Variant => ({
    does: `lets ${name} be ${what}`,
    fails: `body.${name}.${id}`,
    ...(also === undefined ? {} : { also }),
    change: checked(name, (check) => (value) => check(typeof value === 'string' ? normal(value) : value)),
    answers: { 'status-spelling': 'tolerant' },
  });
  const listed = (text: string, same: (one: string) => boolean) => STATUSES.find(same) ?? text;
  return [
    { ...lets('any text', 'unlisted', () => CANCEL), also: /./ },
    lets(
      'written in any case',
      'other-case',
      (text) => listed(text, (one) => one.toLowerCase() === text.toLowerCase()),
      /\.(capitals|title-case)$/,
    ),
    lets('in capital letters', 'capitals', (text) => listed(text, (one) => one.toUpperCase() === text)),
    lets('padded before', 'padded-before', (text) => text.trimStart()),
    lets('padded after', 'padded-after', (text) => text.trimEnd(), /\.line-break$/),
    lets('followed by a line break', 'line-break', (text) => text.replace(/\n$/, '')),
    { ...lets('written with underscores', 'underscore', (text) => text.replaceAll('_', ' ')), answers: {} },
    {
      ...lets('cut short', 'cut-short', (text) => (text === CANCEL.split(' ')[0] ? CANCEL : text)),
      answers: {},
    },
  ];
}

/** Reads bodies that are not JSON by another parser. */
const reads = (id: string, what: string, parse: Behaviour['parse'], also?: RegExp): Variant => ({
  does: `reads ${what}`,
  fails: `body.${id}`,
  ...(also === undefined ? {} : { also }),
  change: {
    parse(bytes, type) {
      const value = parseJson(bytes);
      return value === undefined ? parse(bytes, type) : value;
    },
  },
});

const VALID = Object.fromEntries(STATUS_FIELDS.map((name) => [name, CANCEL]));
const text = (bytes: Buffer) => bytes.toString('utf8');

/** The bytes that only one case sends. */
const OF_CASE: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  unreadable: (bytes) => text(bytes) === '{',
  'latin-bytes': (bytes) => bytes.includes(0xfc) && parseJson(bytes) === undefined,
  'euc-kr-bytes': (bytes) => bytes.includes(0xc3) && !bytes.includes(0xfc) && parseJson(bytes) === undefined,
};

export const bodyVariants: Variant[] = [
  ...STATUS_FIELDS.flatMap(spellings),
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
    does: 'counts the first of two fields of one name',
    fails: 'body.duplicate-keys',
    change: {
      parse: (bytes) => {
        const value = parseJson(bytes);
        const last = STATUS_FIELDS.at(-1) ?? '';
        const [, first] = new RegExp(`"${last}":"([^"]*)".*"${last}":`).exec(text(bytes)) ?? [];
        return first === undefined ? value : { ...(value as object), [last]: first };
      },
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
  reads('unreadable', 'anything as a cancel', () => VALID, /^body\./),
  {
    ...reads('cut-off', 'a body that ends in the middle', (bytes) =>
      parseJson(Buffer.from(`${text(bytes)}}`)),
    ),
    speaks: ['required-in-patch'],
  },
  ...Object.entries(OF_CASE).map(
    ([id, isSent]): Variant => ({
      does: `crashes on a body of body.${id}`,
      speaks: id === 'unreadable' ? [] : ['required-legend'],
      fails: `body.${id}`,
      change: { finish: (reply, { bytes }) => (isSent(bytes) ? crash() : reply) },
    }),
  ),
  {
    does: 'crashes on a body that is a list',
    fails: 'body.array',
    also: /^body\.empty-array$/,
    change: { finish: (reply, { bytes }) => (Array.isArray(parseJson(bytes)) ? crash() : reply) },
  },
  {
    does: 'closes the connection on a body that is not JSON',
    fails: 'body.unreadable',
    send: (response, bytes, reply, request) => {
      if (text(request.bytes) === '{') response.destroy();
      else sendWhole(response, bytes, reply, request);
    },
  },
  {
    does: 'cancels by PUT',
    fails: 'method.put',
    change: { methods: ({ method }) => method === contract.method || method === 'PUT' },
  },
  {
    does: 'lets a header turn POST into PATCH',
    fails: 'method.override',
    change: {
      methods: ({ method, headers }) =>
        method === contract.method ||
        (method === 'POST' && headers['x-http-method-override'] === contract.method),
    },
  },
  {
    does: 'crashes on another method',
    fails: 'method.put',
    also: /^method\./,
    change: { wrongMethod: crash },
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

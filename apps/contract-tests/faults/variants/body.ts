import {
  type Behaviour,
  CONFORMING,
  checkFields,
  commentError,
  type FieldCheck,
  parseJson,
  STATUSES,
  statusError,
} from '../behaviour.ts';
import { sendWhole } from '../server.ts';
import { crash, type Variant } from '../variant.ts';

const FIELDS = ['ax_status', 'channel_status'] as const;
const REQUIRED = '이 필드는 필수 항목입니다.';

/** Replaces the check of one field. */
function checked(name: (typeof FIELDS)[number], check: FieldCheck): Partial<Behaviour> {
  const checks = {
    ax_status: statusError,
    channel_status: statusError,
    comment: commentError,
    [name]: check,
  };
  return {
    validate(body) {
      const result = checkFields(body, checks);
      if ('errors' in result) return result;
      // What was let through is set as the status that it stands for.
      const normal = (status: string) =>
        STATUSES.find((one) => one.toLowerCase().startsWith(status.trim().toLowerCase().slice(0, 8))) ??
        'Traveler cancel';
      const { ax_status, channel_status, comment } = result.fields;
      return { fields: { ax_status: normal(ax_status), channel_status: normal(channel_status), comment } };
    },
  };
}

/** Understands other spellings of a status: it turns a text into the one that it compares with the list. */
function spellings(name: (typeof FIELDS)[number]): Variant[] {
  const lets = (what: string, id: string, normal: (text: string) => string, also?: RegExp): Variant => ({
    does: `lets ${name} be ${what}`,
    fails: `body.${name}.${id}`,
    ...(also === undefined ? {} : { also }),
    change: checked(name, (value) => statusError(typeof value === 'string' ? normal(value) : value)),
    answers: { 'status-spelling': 'tolerant' },
  });
  const listed = (text: string, same: (one: string) => boolean) => STATUSES.find(same) ?? text;
  return [
    { ...lets('any text', 'unlisted', () => 'New'), also: /./ },
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
      ...lets('cut short', 'cut-short', (text) => (text === 'Traveler' ? `${text} cancel` : text)),
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

const VALID = { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' };
const text = (bytes: Buffer) => bytes.toString('utf8');

/** The bytes that only one case sends. */
const OF_CASE: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  unreadable: (bytes) => text(bytes) === '{',
  'latin-bytes': (bytes) => bytes.includes(0xfc) && parseJson(bytes) === undefined,
  'euc-kr-bytes': (bytes) => bytes.includes(0xc3) && !bytes.includes(0xfc) && parseJson(bytes) === undefined,
};

export const bodyVariants: Variant[] = [
  ...FIELDS.flatMap(spellings),
  ...FIELDS.map(
    (name): Variant => ({
      does: `crashes when ${name} is missing`,
      fails: `body.${name}.missing`,
      also: new RegExp(`^body\\.(empty-object|absent|misnamed|nested|${name}\\.name-case)$`),
      change: {
        invalid: (errors) => (errors[name]?.[0] === REQUIRED ? crash() : { status: 400, body: errors }),
      },
    }),
  ),
  {
    does: 'takes an empty object for a cancel',
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
        const [, first] = /"channel_status":"([^"]*)".*"channel_status":/.exec(text(bytes)) ?? [];
        return first === undefined ? value : { ...(value as object), channel_status: first };
      },
    },
  },
  {
    does: 'skips missing fields, as a partial update does, and changes nothing',
    fails: 'body.empty-object',
    also: /^body\.(absent|misnamed|nested|(ax|channel)_status\.(missing|name-case))$/,
    answers: { 'required-in-patch': 'partial' },
    change: {
      validate: (body) => {
        const result = CONFORMING.validate(body);
        const missing =
          'errors' in result && Object.values(result.errors).every(([message]) => message === REQUIRED);
        return missing ? { fields: { ax_status: 'New', channel_status: 'New', comment: undefined } } : result;
      },
    },
  },
  reads('unreadable', 'anything as a cancel', () => VALID, /^body\./),
  reads('cut-off', 'a body that ends in the middle', (bytes) => parseJson(Buffer.from(`${text(bytes)}}`))),
  ...Object.entries(OF_CASE).map(
    ([id, isSent]): Variant => ({
      does: `crashes on a body of body.${id}`,
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
    change: { methods: ({ method }) => method === 'PATCH' || method === 'PUT' },
  },
  {
    does: 'lets a header turn POST into PATCH',
    fails: 'method.override',
    change: {
      methods: ({ method, headers }) =>
        method === 'PATCH' || (method === 'POST' && headers['x-http-method-override'] === 'PATCH'),
    },
  },
  {
    does: 'crashes on another method',
    fails: 'method.put',
    also: /^method\./,
    change: { wrongMethod: crash },
  },
];

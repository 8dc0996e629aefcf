import {
  type Behaviour,
  CONFORMING,
  checkFields,
  commentError,
  detail,
  type FieldCheck,
  parseJson,
  STATUSES,
  statusError,
} from '../behaviour.ts';
import { crash, type Variant } from '../variant.ts';

const FIELDS = ['ax_status', 'channel_status'] as const;

/** Replaces the check of one field. */
function checked(name: 'ax_status' | 'channel_status' | 'comment', check: FieldCheck): Partial<Behaviour> {
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

/** Lets a value through that the contract refuses. */
const lets = (
  name: 'ax_status' | 'channel_status' | 'comment',
  id: string,
  what: string,
  accepts: (value: unknown) => boolean,
  also?: RegExp,
): Variant => {
  const right = name === 'comment' ? commentError : statusError;
  return {
    does: `lets ${name} be ${what}`,
    fails: `body.${name}.${id}`,
    ...(also === undefined ? {} : { also }),
    change: checked(name, (value) => (accepts(value) ? undefined : right(value))),
  };
};

const isText = (value: unknown): value is string => typeof value === 'string';

function statusVariants(name: (typeof FIELDS)[number]): Variant[] {
  return [
    {
      ...lets(name, 'missing', 'missing', (value) => value === undefined),
      also: new RegExp(`^body\\.${name}\\.name-case$`),
    },
    lets(name, 'type.null', 'null', (value) => value === null),
    lets(name, 'type.boolean', 'a boolean', (value) => typeof value === 'boolean'),
    lets(name, 'type.number', 'a number', (value) => typeof value === 'number'),
    lets(name, 'type.array', 'an array', Array.isArray),
    lets(
      name,
      'type.object',
      'an object',
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    ),
    lets(name, 'empty', 'empty', (value) => value === ''),
    lets(name, 'blank', 'blank', (value) => value === ' '),
    lets(name, 'unlisted', 'any text', isText, /./),
    lets(name, 'korean-label', "the page's Korean word", (value) => value === '여행자 취소'),
    lets(name, 'without-space', 'written without a space', (value) => value === 'Travelercancel'),
    lets(name, 'title-case', 'written with two capitals', (value) => value === 'Traveler Cancel'),
    lets(name, 'numeric', 'a number in quotes', (value) => value === '1'),
    lets(name, 'ticket-spelling', "spelt as a ticket's", (value) => value === 'Traveler canceled'),
    lets(name, 'cut-short', 'cut short', (value) => value === 'Traveler'),
    lets(
      name,
      'underscore',
      'written with underscores',
      (value) => isText(value) && STATUSES.includes(value.replaceAll('_', ' ')),
    ),
    lets(
      name,
      'other-case',
      'in small letters',
      (value) => isText(value) && STATUSES.some((one) => one.toLowerCase() === value),
    ),
    lets(
      name,
      'capitals',
      'in capital letters',
      (value) => isText(value) && STATUSES.some((one) => one.toUpperCase() === value),
    ),
    lets(
      name,
      'padded-before',
      'padded before',
      (value) => isText(value) && STATUSES.includes(value.trimStart()),
    ),
    lets(
      name,
      'padded-after',
      'padded after with a space',
      (value) => isText(value) && STATUSES.includes(value.replace(/ +$/, '')),
    ),
    lets(
      name,
      'line-break',
      'followed by a line break',
      (value) => isText(value) && STATUSES.includes(value.replace(/\n$/, '')),
    ),
    {
      does: `reads ${name} under a name in capital letters`,
      fails: `body.${name}.name-case`,
      change: {
        validate: (body) => {
          const values = Object.entries((body ?? {}) as object).map(([key, value]) => [
            key === name.toUpperCase() ? name : key,
            value,
          ]);
          return CONFORMING.validate(
            Array.isArray(body) || typeof body !== 'object' ? body : Object.fromEntries(values),
          );
        },
      },
    },
    {
      does: `crashes when ${name} is missing`,
      fails: `body.${name}.missing`,
      also: new RegExp(`^body\\.(empty-object|absent|misnamed|nested|${name}\\.name-case)$`),
      change: {
        invalid: (errors) =>
          errors[name]?.[0] === '이 필드는 필수 항목입니다.' ? crash() : { status: 400, body: errors },
      },
    },
  ];
}

/** Reads bodies that are no JSON by another parser. */
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
const tryJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Takes bodies of another form for a cancel. */
const takes = (id: string, what: string, matches: (body: unknown) => boolean, also?: RegExp): Variant => ({
  does: `takes ${what} for a cancel`,
  fails: `body.${id}`,
  ...(also === undefined ? {} : { also }),
  change: { validate: (body) => CONFORMING.validate(matches(body) ? VALID : body) },
});

const isEmptyObject = (body: unknown) =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;

export const bodyVariants: Variant[] = [
  ...FIELDS.flatMap(statusVariants),
  lets('comment', 'type.null', 'null', (value) => value === null),
  lets('comment', 'type.boolean', 'a boolean', (value) => typeof value === 'boolean'),
  lets('comment', 'type.array', 'an array', Array.isArray),
  lets(
    'comment',
    'type.object',
    'an object',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
  takes('empty-object', 'an empty object', isEmptyObject, /^body\.absent$/),
  takes('array', 'a list of one', (body) => Array.isArray(body) && body.length === 1),
  takes('empty-array', 'an empty list', (body) => Array.isArray(body) && body.length === 0),
  takes('string', 'a text', (body) => typeof body === 'string'),
  takes('number', 'a number', (body) => typeof body === 'number'),
  takes('null', 'null', (body) => body === null),
  takes(
    'nested',
    'an object in an object',
    (body) => typeof body === 'object' && body !== null && 'data' in body,
  ),
  {
    does: 'takes a request without a body for a cancel',
    fails: 'body.absent',
    change: { parse: (bytes) => (bytes.length === 0 ? VALID : parseJson(bytes)) },
  },
  {
    does: "understands the names of the page's cURL as well",
    fails: 'body.misnamed',
    change: {
      validate: (body) => {
        const names = { ax_status: 'ax_order_status', channel_status: 'channel_order_status' };
        const curl = checkFields(
          body,
          { ax_status: statusError, channel_status: statusError, comment: commentError },
          names,
        );
        return 'errors' in curl ? CONFORMING.validate(body) : curl;
      },
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
    change: {
      validate: (body) => {
        const result = CONFORMING.validate(body);
        if (
          'errors' in result &&
          Object.values(result.errors).every(([message]) => message === '이 필드는 필수 항목입니다.')
        ) {
          return { fields: { ax_status: 'New', channel_status: 'New', comment: undefined } };
        }
        return result;
      },
    },
  },
  reads('unreadable', 'anything as a cancel', () => VALID, /^body\./),
  reads('cut-off', 'a body that ends in the middle', (bytes) => tryJson(`${text(bytes)}}`)),
  reads('trailing-text', 'the beginning of a body', (bytes) => tryJson(text(bytes).replace(/ x$/, ''))),
  reads('two-documents', 'the first of two documents', (bytes) =>
    tryJson(text(bytes).replace(/\}\{.*$/, '}')),
  ),
  reads('single-quotes', 'single quotes', (bytes) => tryJson(text(bytes).replaceAll("'", '"'))),
  reads('trailing-comma', 'a trailing comma', (bytes) => tryJson(text(bytes).replace(/,\}$/, '}'))),
  reads('comment-syntax', 'comments in JSON', (bytes) => tryJson(text(bytes).replace(/^\/\*.*?\*\//, ''))),
  reads('not-a-number', 'NaN', (bytes) => tryJson(text(bytes).replace('NaN', '1'))),
  reads('raw-line-break', 'raw line breaks', (bytes) => tryJson(text(bytes).replace('\n', ' '))),
  reads('latin-bytes', 'Latin-1', (bytes) =>
    bytes.includes(0xfc) ? tryJson(bytes.toString('latin1')) : undefined,
  ),
  reads('euc-kr-bytes', 'whatever its bytes are', (bytes) =>
    bytes.includes(0xc3) && !bytes.includes(0xfc) ? tryJson(bytes.toString('latin1')) : undefined,
  ),
  reads('utf-sixteen', 'UTF-16', (bytes) => tryJson(bytes.toString('utf16le'))),
  {
    does: 'reads text/plain as JSON',
    fails: 'body.media-type',
    change: { reads: (type, bytes) => CONFORMING.reads(type, bytes) || type === 'text/plain' },
  },
  {
    does: 'reads forms',
    fails: 'body.form',
    change: {
      reads: (type, bytes) => CONFORMING.reads(type, bytes) || type.includes('urlencoded'),
      parse: (bytes, type) =>
        type.includes('urlencoded') ? Object.fromEntries(new URLSearchParams(text(bytes))) : parseJson(bytes),
    },
  },
  {
    does: 'reads multipart forms',
    fails: 'body.multipart',
    change: {
      reads: (type, bytes) => CONFORMING.reads(type, bytes) || type.startsWith('multipart/'),
      parse: (bytes, type) =>
        type.startsWith('multipart/')
          ? Object.fromEntries(
              [...text(bytes).matchAll(/name="(\w+)"\r\n\r\n(.*?)\r\n/gs)].map(([, name, value]) => [
                name,
                value,
              ]),
            )
          : parseJson(bytes),
    },
  },
  ...['unreadable', 'latin-bytes', 'euc-kr-bytes'].map(
    (id): Variant => ({
      does: `crashes on a body of body.${id}`,
      fails: `body.${id}`,
      change: {
        finish: (reply, { bytes }) => {
          const its =
            id === 'unreadable'
              ? text(bytes) === '{'
              : bytes.includes(id === 'latin-bytes' ? 0xfc : 0xc3) &&
                parseJson(bytes) === undefined &&
                bytes.includes(0xfc) === (id === 'latin-bytes');
          return its ? crash() : reply;
        },
      },
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
    send: (response, bytes, reply, { bytes: sent }) => {
      if (text(sent) === '{') response.destroy();
      else
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(bytes);
    },
  },
  {
    does: 'names what is invalid in HTML',
    fails: 'body.empty-object',
    also: /^body\./,
    change: {
      invalid: () => ({
        status: 400,
        body: '<html><h1>Bad Request</h1></html>',
        headers: { 'content-type': 'text/html' },
      }),
    },
  },
  {
    does: 'shows its inside in a 400',
    fails: 'body.unreadable',
    also: /^body\./,
    change: { unreadable: () => detail(400, 'File "/srv/app/views.py", line 40, in patch') },
  },
  ...(['PUT', 'POST', 'DELETE'] as const).map(
    (method): Variant => ({
      does: `cancels by ${method}`,
      fails: `method.${method.toLowerCase()}`,
      also: method === 'POST' ? /^method\.override$/ : /^$/,
      change: { methods: (request) => request.method === 'PATCH' || request.method === method },
    }),
  ),
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

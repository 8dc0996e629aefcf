import { gzipSync } from 'node:zlib';
import { CONFORMING, detail, HTML_NOT_FOUND, NOT_FOUND, parseJson } from '../behaviour.ts';
import { sendWhole } from '../server.ts';
import { html, onStatus, onSuccess, refusing, type UnspecifiedVariant } from '../variant.ts';

const rightly = CONFORMING.authorize;
const isMadeUp = (url: string) => url.includes('00000000-0000');

/** What a server may do where the contract specifies nothing. None of it is a failure, and all of it must be seen. */
export const unspecifiedVariants: UnspecifiedVariant[] = [
  {
    does: 'adds a field to a success',
    shows: 'answers.additional-fields',
    change: onSuccess((body) => ({ ...body, comment: 'x' })),
  },
  {
    does: 'adds `status_code` to a success',
    shows: 'answers.additional-fields',
    change: onSuccess((body) => ({ status_code: 200, ...body })),
  },
  {
    does: 'adds a code to an error',
    shows: 'answers.additional-fields',
    change: onStatus(404, (reply) => ({ ...reply, body: { ...(reply.body as object), code: 'not_found' } })),
  },
  {
    does: 'has other error texts',
    shows: 'answers.texts',
    change: { unauthorized: () => detail(403, '이 작업을 수행할 권한이 없습니다.') },
  },
  {
    does: 'has English error texts',
    shows: 'answers.texts',
    change: { notFound: () => detail(404, 'Not found.') },
  },
  {
    does: 'calls its JSON UTF-8',
    shows: 'answers.headers',
    change: {
      finish: (reply) => ({
        ...reply,
        headers: { 'content-type': 'application/json; charset=utf-8', ...reply.headers },
      }),
    },
  },
  {
    does: 'allows caching',
    shows: 'answers.headers',
    change: {
      finish: (reply) => ({ ...reply, headers: { 'cache-control': 'public, max-age=60', ...reply.headers } }),
    },
  },
  {
    does: 'prints its JSON prettily',
    shows: 'answers.writing',
    change: {
      finish: (reply) =>
        typeof reply.body === 'object' && !Buffer.isBuffer(reply.body)
          ? { ...reply, body: JSON.stringify(reply.body, null, 2) }
          : reply,
    },
  },
  {
    does: 'escapes Hangul',
    shows: 'answers.writing',
    change: {
      finish: (reply) =>
        typeof reply.body === 'object' && !Buffer.isBuffer(reply.body)
          ? {
              ...reply,
              body: JSON.stringify(reply.body).replace(
                /[\u1100-\ud7ff]/g,
                (letter) => `\\u${letter.charCodeAt(0).toString(16)}`,
              ),
            }
          : reply,
    },
  },
  {
    does: "has an empty channel's code",
    shows: 'answers.channel-codes',
    change: onSuccess((body) => ({ ...body, channel_order_code: '' })),
  },
  {
    does: "repeats the AX code as the channel's",
    shows: 'answers.channel-codes',
    change: onSuccess((body) => ({ ...body, channel_order_code: body.ax_order_code })),
  },
  {
    does: "has one channel's code for all orders",
    shows: 'answers.channel-codes',
    change: onSuccess((body) => ({ ...body, channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee' })),
  },
  { does: 'has no text in an error', shows: 'answers.texts', change: { notFound: () => detail(404, '') } },
  {
    does: 'sets a cookie',
    shows: 'answers.headers',
    change: { finish: (reply) => ({ ...reply, headers: { 'set-cookie': 'a=b', ...reply.headers } }) },
  },
  {
    does: 'names its server',
    shows: 'answers.headers',
    change: { finish: (reply) => ({ ...reply, headers: { server: 'x/1', ...reply.headers } }) },
  },
  {
    does: 'gives requests an id',
    shows: 'answers.headers',
    change: { finish: (reply) => ({ ...reply, headers: { 'x-request-id': 'abc', ...reply.headers } }) },
  },
  {
    does: 'asks for a token with 401',
    shows: 'auth.missing',
    change: {
      unauthorized: () =>
        detail(401, '자격 인증데이터가 제공되지 않았습니다.', { 'www-authenticate': 'Token' }),
    },
  },
  {
    does: 'takes only the exact word Token',
    shows: 'auth.scheme-case',
    change: {
      authorize: (request, key) =>
        rightly(request, key) && (request.headers.authorization ?? '').startsWith('Token '),
    },
  },
  {
    does: 'takes only one space before the key',
    shows: 'auth.two-spaces',
    change: {
      authorize: (request, key) =>
        rightly(request, key) && !(request.headers.authorization ?? '').includes('  '),
    },
  },
  {
    does: 'has an HTML 404 for a malformed code',
    shows: 'order.malformed',
    change: { notFound: (code) => (code === 'not-a-uuid' ? HTML_NOT_FOUND : NOT_FOUND) },
  },
  {
    does: 'answers a malformed code with 400',
    shows: 'order.malformed',
    change: { notFound: (code) => (code === 'not-a-uuid' ? detail(400, 'x') : NOT_FOUND) },
  },
  {
    does: 'answers a long code with 414',
    shows: 'order.very-long',
    change: { notFound: (code) => (code.length > 999 ? html(414) : NOT_FOUND) },
  },
  {
    does: 'answers a NUL character with 400',
    shows: 'order.nul',
    change: { notFound: (code) => (code.includes('\0') ? detail(400, 'x') : NOT_FOUND) },
  },
  {
    does: 'redirects a slash at the end',
    shows: 'order.trailing-slash',
    change: {
      unrouted: (path) =>
        path.endsWith('404/')
          ? { status: 301, body: '', headers: { location: path.slice(0, -1) } }
          : HTML_NOT_FOUND,
    },
  },
  {
    does: 'knows the path with a slash as well',
    shows: 'order.trailing-slash',
    change: { route: (path) => CONFORMING.route(path.replace(/(?<=tour\/.+)\/$/, '')) },
  },
  {
    does: 'takes a code in capital letters for the same',
    shows: 'order.upper-case',
    change: { find: (code, orders) => orders.get(code.toLowerCase()) },
  },
  {
    does: "finds an order by the channel's code as well",
    shows: 'cancel.channel-code',
    change: {
      find: (code, orders) =>
        orders.get(code) ?? [...orders.values()].find(({ channelCode }) => channelCode === code),
    },
  },
  {
    does: 'wants Accept',
    shows: 'headers.accept-absent',
    change: { finish: (reply, { headers }) => (headers.accept === undefined ? detail(406, 'x') : reply) },
  },
  {
    does: 'answers a browser with HTML',
    shows: 'headers.accept-html',
    change: { finish: (reply, { headers }) => (headers.accept === 'text/html' ? html(404) : reply) },
  },
  {
    does: 'refuses Accept: application/xml',
    shows: 'headers.accept-xml',
    change: {
      finish: (reply, { headers }) => (headers.accept === 'application/xml' ? detail(406, 'x') : reply),
    },
  },
  {
    does: 'speaks English when asked to',
    shows: 'headers.accept-language-english',
    change: {
      finish: (reply, { headers }) =>
        headers['accept-language'] === 'en' ? detail(404, 'Not found.') : reply,
    },
  },
  {
    does: 'refuses an unknown query',
    shows: 'headers.query',
    change: { finish: (reply, { url }) => (url.includes('unknown=1') ? detail(400, 'x') : reply) },
  },
  {
    does: 'lets a query choose HTML',
    shows: 'headers.format-query',
    change: { finish: (reply, { url }) => (url.includes('format=api') ? html(404) : reply) },
  },
  {
    does: 'compresses when it may',
    shows: 'headers.accept-encoding',
    change: {
      finish: (reply, { headers }) =>
        headers['accept-encoding'] === 'gzip'
          ? {
              ...reply,
              body: gzipSync(JSON.stringify(reply.body)),
              headers: { ...reply.headers, 'content-encoding': 'gzip' },
            }
          : reply,
    },
  },
  {
    does: 'ignores the case of its path',
    shows: 'order.path-case',
    change: { route: (path) => CONFORMING.route(path.toLowerCase()) },
  },
  {
    does: 'merges slashes',
    shows: 'order.double-slash',
    change: { route: (path) => CONFORMING.route(path.replaceAll('//', '/')) },
  },
  {
    does: 'has the path without a version as well',
    shows: 'order.without-version',
    change: { route: (path) => CONFORMING.route(path.startsWith('/v1') ? path : `/v1${path}`) },
  },
  {
    does: 'refuses a comment of spaces',
    shows: 'body.comment.blank',
    change: {
      validate: (body) =>
        (body as { comment?: unknown } | null)?.comment === '   '
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'refuses a NUL character in a comment',
    shows: 'body.comment.nul',
    change: {
      validate: (body) =>
        String((body as { comment?: unknown } | null)?.comment).includes('\0')
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'ignores a byte order mark',
    shows: 'body.byte-order-mark',
    change: {
      parse: (bytes) =>
        parseJson(bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? bytes.subarray(3) : bytes),
    },
  },
  {
    does: 'does not read EUC-KR',
    shows: 'headers.content-type-euc-kr',
    change: { reads: (type, bytes) => !type.includes('euc-kr') && CONFORMING.reads(type, bytes) },
  },
  {
    does: 'lets browsers of any origin read',
    shows: 'headers.origin',
    change: {
      finish: (reply, { headers }) =>
        headers.origin === undefined
          ? reply
          : { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': '*' } },
    },
  },
  {
    does: 'answers OPTIONS with 200',
    shows: 'method.options',
    change: {
      finish: (reply, { method }) => (method === 'OPTIONS' ? { status: 200, body: { name: 'x' } } : reply),
    },
  },
  {
    does: 'answers PUT with 404',
    shows: 'method.put',
    change: {
      wrongMethod: (request) => (request.method === 'PUT' ? NOT_FOUND : CONFORMING.wrongMethod(request)),
    },
  },
  {
    does: 'says that it closes the connection after each response',
    shows: 'auth.same-connection',
    change: { finish: (reply) => ({ ...reply, headers: { ...reply.headers, connection: 'close' } }) },
  },
  {
    does: 'closes the connection after each response without a word',
    shows: 'auth.same-connection',
    send(response, bytes, reply, request) {
      const { socket } = response;
      response.on('finish', () => socket?.end());
      sendWhole(response, bytes, reply, request);
    },
  },
  { does: 'leaves Allow out of 405', shows: 'method.put', change: { wrongMethod: () => detail(405, 'x') } },
  { does: 'answers 405 in HTML', shows: 'method.put', change: { wrongMethod: () => html(405) } },
  {
    does: 'answers text/plain with 400',
    shows: 'body.media-type',
    change: {
      wrongMediaType: (type) =>
        type === 'text/plain' ? { status: 422, body: { detail: 'x' } } : detail(415, 'x'),
    },
  },
  {
    does: 'answers an invalid field with 422',
    shows: 'body.ax_status.missing',
    change: { invalid: (errors) => ({ status: 422, body: errors }) },
  },
  {
    does: 'answers an invalid field with a form of its own',
    shows: 'body.ax_status.missing',
    change: { invalid: () => ({ status: 400, body: { errors: 'x' } }) },
  },
  {
    does: 'answers an unreadable body with 422',
    shows: 'body.unreadable',
    change: { unreadable: () => detail(422, 'x') },
  },
  {
    does: 'repeats a cancel with 200',
    shows: 'cancel.repeat',
    change: {
      repeat: (order, { ax_status }) =>
        ax_status === order.axStatus
          ? CONFORMING.success(order, { ax_status, channel_status: ax_status, comment: undefined })
          : detail(409, 'x'),
    },
  },
  { does: 'refuses a repeat with 400', shows: 'cancel.repeat', change: { repeat: () => detail(400, 'x') } },
  {
    does: 'changes the kind of a cancel',
    shows: 'cancel.other-kind',
    change: {
      repeat: (order, { ax_status }) =>
        ax_status === order.axStatus || ax_status === 'New' ? detail(409, 'x') : undefined,
    },
  },
  {
    does: 'makes a cancelled order new again',
    shows: 'cancel.reopen',
    change: { repeat: (_order, { ax_status }) => (ax_status === 'New' ? undefined : detail(409, 'x')) },
  },
  {
    does: 'refuses New',
    shows: 'cancel.new',
    change: refusing('ax_status', ({ ax_status }) => ax_status === 'New'),
  },
  {
    does: 'refuses differing statuses',
    shows: 'cancel.mixed',
    change: refusing('non_field_errors', ({ ax_status, channel_status }) => ax_status !== channel_status),
  },
  {
    does: 'sets both statuses by ax_status',
    shows: 'cancel.mixed',
    change: {
      apply(order, { ax_status }) {
        order.axStatus = ax_status;
        order.channelStatus = ax_status;
      },
    },
  },
  {
    does: 'takes an empty comment',
    shows: 'body.comment.empty',
    change: {
      validate: (body) => {
        const values =
          typeof body === 'object' &&
          body !== null &&
          !Array.isArray(body) &&
          (body as { comment?: unknown }).comment === ''
            ? { ...body, comment: ' ' }
            : body;
        return CONFORMING.validate(values);
      },
    },
  },
  {
    does: 'refuses a number for a comment',
    shows: 'body.comment.type.number',
    change: {
      validate: (body) =>
        typeof (body as { comment?: unknown } | null)?.comment === 'number'
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'refuses a field that it does not know',
    shows: 'body.extra-field',
    change: {
      validate: (body) =>
        typeof body === 'object' && body !== null && 'reason' in body
          ? { errors: { reason: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'reads a body without Content-Type',
    shows: 'headers.content-type-absent',
    change: { reads: (type, bytes) => type === '' || CONFORMING.reads(type, bytes) },
  },
  {
    does: 'refuses a charset',
    shows: 'headers.content-type-charset',
    change: { reads: (type, bytes) => bytes.length === 0 || type === 'application/json' },
  },
  {
    does: 'reads merge-patch+json',
    shows: 'headers.content-type-suffix',
    change: { reads: (type, bytes) => /json/.test(type) || CONFORMING.reads(type, bytes) },
  },
  {
    does: 'has a limit on requests to made-up codes',
    shows: 'headers.query',
    change: {
      finish: (reply, { url }) =>
        isMadeUp(url) && url.includes('?unknown') ? detail(429, 'x', { 'retry-after': '1' }) : reply,
    },
  },
  {
    does: "answers another channel's order with 404",
    shows: 'order.foreign',
    change: { foreign: () => NOT_FOUND },
  },
  {
    does: 'ignores a body that is not JSON on a cancelled order',
    shows: 'headers.content-type-suffix',
    change: {
      reads: (type, bytes) => /^application\/.*json/.test(type) || bytes.length === 0,
      parse: parseJson,
    },
  },
];

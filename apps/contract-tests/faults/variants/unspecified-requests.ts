import { gzipSync } from 'node:zlib';
import { detail, HTML_NOT_FOUND, parseJson, type Reply } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { sendWhole } from '../server.ts';
import { html, type UnspecifiedVariant } from '../variant.ts';
import { NOT_FOUND, WRONG_KEY } from '../words.ts';

const rightly = CONFORMING.authorize;

/** What a server may do with a key, a header or a method where the contract specifies nothing. */
export const unspecifiedRequests: UnspecifiedVariant[] = [
  {
    does: 'asks for a token with 401',
    speaks: ['missing-key-status'],
    shows: 'auth.missing',
    answers: { 'missing-key-status': 'unauthorized' },
    change: {
      unauthorized: () =>
        detail(401, '자격 인증데이터가 제공되지 않았습니다.', { 'www-authenticate': 'Token' }),
    },
  },
  {
    does: 'takes only the exact word Token',
    shows: 'auth.scheme-case',
    answers: { 'authorization-format': 'exact-word' },
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
    does: 'wants Accept',
    shows: 'headers.accept-absent',
    answers: { 'accept-header': 'required' },
    change: { finish: (reply, { headers }) => (headers.accept === undefined ? detail(406, 'x') : reply) },
  },
  {
    does: 'responds to a browser with HTML',
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
    answers: { 'error-language': 'negotiated' },
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
    does: 'responds to OPTIONS with 200',
    shows: 'method.options',
    change: {
      finish: (reply, { method }) => (method === 'OPTIONS' ? { status: 200, body: { name: 'x' } } : reply),
    },
  },
  {
    does: 'responds to PUT with 404',
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
  {
    does: 'responds with 405 in HTML',
    shows: 'method.put',
    answers: { 'undeclared-errors': 'any-body' },
    change: { wrongMethod: () => html(405) },
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
    does: 'ignores a body that is not JSON on a cancelled order',
    shows: 'headers.content-type-suffix',
    change: {
      reads: (type, bytes) => /^application\/.*json/.test(type) || bytes.length === 0,
      parse: parseJson,
    },
  },
  {
    does: 'looks the order up before it checks the key',
    speaks: ['channel-code'],
    shows: 'auth.before-lookup',
    change: { lookupFirst: true },
  },
  {
    does: 'reads the body before it checks the key',
    speaks: ['required-in-patch'],
    shows: 'auth.with-invalid-body',
    change: {
      finish(reply, { bytes }) {
        const checked = CONFORMING.validate(parseJson(bytes));
        return reply.status === WRONG_KEY.status && 'errors' in checked
          ? CONFORMING.invalid(checked.errors)
          : reply;
      },
    },
  },
  ...(
    [
      ['JSON without a detail', { status: 405, body: { message: 'Method Not Allowed' } }],
      ['an empty 405', { status: 405, body: '', headers: { allow: 'PATCH', 'content-type': 'text/plain' } }],
      ['an HTML page with 404, as Express does', HTML_NOT_FOUND],
    ] as [string, Reply][]
  ).map(
    ([what, reply]): UnspecifiedVariant => ({
      does: `responds to other methods with ${what}`,
      shows: 'method.put',
      change: { wrongMethod: () => reply },
      answers: { 'undeclared-errors': 'any-body' },
    }),
  ),
  {
    does: 'responds to OPTIONS with an empty 200, as Flask does',
    shows: 'method.options',
    change: {
      finish: (reply, { method }) =>
        method === 'OPTIONS'
          ? {
              status: 200,
              body: '',
              headers: { allow: 'PATCH, OPTIONS', 'content-type': 'text/html; charset=utf-8' },
            }
          : reply,
    },
  },
];

import { gzipSync } from 'node:zlib';
import { detail, type Reply } from '../behaviour.ts';
import { onOrder, onStatus, onSuccess, type UnspecifiedVariant } from '../variant.ts';
import { NOT_FOUND, ORDER, STATUS_FIELDS } from '../words.ts';

/** Unspecified contents of responses. */
export const unspecifiedResponses: UnspecifiedVariant[] = [
  {
    does: 'declares another charset for the refusal of a body',
    shows: 'body.array',
    answers: { 'invalid-request-answer': null },
    change: {
      finish: (reply) =>
        reply.status === 400
          ? { ...reply, headers: { 'content-type': 'application/json;charset=EUC-KR' } }
          : reply,
    },
  },
  {
    does: 'names its service desk in an error',
    shows: 'answers.additional-fields',
    change: onStatus(NOT_FOUND.status, (reply) => ({
      ...reply,
      body: { ...Object(reply.body), contact: 'support@ax-cloud.example' },
    })),
  },
  {
    does: 'adds a field to a success',
    shows: 'answers.additional-fields',
    answers: { 'additional-response-fields': 'more-fields' },
    change: onOrder((order) => ({ ...order, comment: 'x' })),
  },
  {
    does: 'adds `status_code` to a success',
    speaks: ['response-envelope'],
    shows: 'answers.additional-fields',
    answers: { 'additional-response-fields': 'more-fields', 'response-envelope': 'flat' },
    change: onSuccess((body) => ({ status_code: 200, ...body })),
  },
  {
    does: 'adds a code to an error',
    shows: 'answers.additional-fields',
    change: onStatus(NOT_FOUND.status, (reply) => ({
      ...reply,
      body: { ...(reply.body as object), code: 'not_found' },
    })),
  },
  {
    does: 'responds to an invalid field in HTML',
    shows: `body.${STATUS_FIELDS[0]}.unlisted`,
    answers: { 'invalid-request-answer': 'another-answer' },
    change: {
      invalid: () => ({
        status: 400,
        body: '<html><h1>Bad Request</h1></html>',
        headers: { 'content-type': 'text/html' },
      }),
    },
  },
  {
    does: 'has another error text for a bad key',
    speaks: ['missing-key-status'],
    shows: 'answers.texts',
    change: { unauthorized: () => detail(403, '이 작업을 수행할 권한이 없습니다.') },
  },
  {
    does: 'has an English error text for an unknown order code',
    shows: 'answers.texts',
    change: { notFound: () => detail(404, 'Not found.') },
  },
  {
    does: 'declares its JSON as UTF-8',
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
    does: 'indents its JSON',
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
    does: "sends an empty text as the channel's code",
    shows: 'answers.channel-codes',
    change: onOrder((order) => ({ ...order, [ORDER.channelCode ?? '']: '' })),
  },
  {
    does: "sends the AX code as the channel's code",
    shows: 'answers.channel-codes',
    change: onOrder((order) => ({ ...order, [ORDER.channelCode ?? '']: order[ORDER.code ?? ''] })),
  },
  {
    does: "sends one channel's code for all orders",
    shows: 'answers.channel-codes',
    change: onOrder((order) => ({
      ...order,
      [ORDER.channelCode ?? '']: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
    })),
  },
  {
    does: 'sets a cookie',
    shows: 'answers.headers',
    change: { finish: (reply) => ({ ...reply, headers: { 'set-cookie': 'a=b', ...reply.headers } }) },
  },
  {
    does: 'sends a Server header',
    shows: 'answers.headers',
    change: { finish: (reply) => ({ ...reply, headers: { server: 'x/1', ...reply.headers } }) },
  },
  {
    does: 'gives each request an id',
    shows: 'answers.headers',
    answers: { 'support-and-request-id': 'by-request-id' },
    change: { finish: (reply) => ({ ...reply, headers: { 'x-request-id': 'abc', ...reply.headers } }) },
  },
  {
    does: 'has only English error texts',
    speaks: ['missing-key-status'],
    shows: 'answers.texts',
    change: {
      unauthorized: () => detail(403, 'You do not have permission to perform this action.'),
      foreign: () => detail(403, 'You do not have permission to perform this action.'),
      notFound: () => detail(404, 'Not found.'),
      wrongMethod: ({ method }) =>
        detail(405, `Method "${method}" not allowed.`, { allow: 'PATCH, OPTIONS' }),
      wrongMediaType: (type) => detail(415, `Unsupported media type "${type}" in request.`),
    },
    // A server that always responds in English shows nothing about Accept-Language.
    answers: { 'error-language': null },
  },
  {
    does: 'compresses all its responses without being asked',
    shows: 'answers.headers',
    change: { finish: gzipped },
  },
];

function gzipped(reply: Reply): Reply {
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return {
    ...reply,
    body: gzipSync(text),
    headers: { ...reply.headers, 'content-encoding': 'gzip' },
  };
}

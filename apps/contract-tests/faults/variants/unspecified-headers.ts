import { gzipSync } from 'node:zlib';
import { detail, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { html, type UnspecifiedVariant } from '../variant.ts';

/** What a server may do with a header or a query where the contract specifies nothing. */
export const unspecifiedHeaders: UnspecifiedVariant[] = [
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
];

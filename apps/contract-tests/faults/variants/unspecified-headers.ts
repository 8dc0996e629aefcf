import { gzipSync } from 'node:zlib';
import { detail, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { html, type UnspecifiedVariant } from '../variant.ts';

/** Unspecified handling of headers and queries. */
export const unspecifiedHeaders: UnspecifiedVariant[] = [
  {
    does: 'requires Accept',
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
    does: 'responds in English on request',
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
    does: 'compresses if Accept-Encoding allows it',
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
    does: 'refuses charset=euc-kr',
    shows: 'headers.content-type-euc-kr',
    change: { reads: (type, bytes) => !type.includes('euc-kr') && CONFORMING.reads(type, bytes) },
  },
  {
    does: 'lets scripts of any origin read its responses',
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
    does: 'refuses a charset parameter',
    shows: 'headers.content-type-charset',
    change: { reads: (type, bytes) => bytes.length === 0 || type === 'application/json' },
  },
  {
    does: 'reads merge-patch+json',
    shows: 'headers.content-type-suffix',
    change: { reads: (type, bytes) => /json/.test(type) || CONFORMING.reads(type, bytes) },
  },
  {
    does: 'reads each application type with "json" in its name',
    shows: 'headers.content-type-suffix',
    change: {
      reads: (type, bytes) => /^application\/.*json/.test(type) || bytes.length === 0,
      parse: parseJson,
    },
  },
];

import { detail, HTML_NOT_FOUND, type Reply } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { html, type UnspecifiedVariant } from '../variant.ts';
import { contract, NOT_FOUND } from '../words.ts';

/** Unspecified handling of other methods. */
export const unspecifiedMethods: UnspecifiedVariant[] = [
  {
    does: 'lets a header turn POST into PATCH',
    shows: 'method.override',
    change: {
      methods: ({ method, headers }) =>
        method === contract.method ||
        (method === 'POST' && headers['x-http-method-override'] === contract.method),
    },
  },
  {
    does: 'has another operation for PUT',
    shows: 'method.put',
    change: {
      wrongMethod: (request) =>
        request.method === 'PUT' ? { status: 200, body: { ok: true } } : CONFORMING.wrongMethod(request),
    },
  },
  {
    does: "responds to other methods with 501, as Python's http.server does",
    shows: 'method.put',
    answers: { 'undeclared-errors': null },
    change: { wrongMethod: () => html(501) },
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
  { does: 'leaves Allow out of a 405', shows: 'method.put', change: { wrongMethod: () => detail(405, 'x') } },
  {
    does: 'responds to other methods with a 405 in HTML',
    shows: 'method.put',
    answers: { 'undeclared-errors': 'any-body' },
    change: { wrongMethod: () => html(405) },
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

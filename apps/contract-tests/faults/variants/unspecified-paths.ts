import { detail, HTML_NOT_FOUND } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { html, type UnspecifiedVariant } from '../variant.ts';
import { NOT_FOUND } from '../words.ts';

/** Unspecified handling of order codes and paths. */
export const unspecifiedPaths: UnspecifiedVariant[] = [
  {
    does: 'responds to a malformed code with an HTML 404',
    shows: 'order.malformed',
    answers: { 'order-code-format': 'uuid' },
    change: { notFound: (code) => (code === 'not-a-uuid' ? HTML_NOT_FOUND : NOT_FOUND) },
  },
  {
    does: 'responds to a malformed code with 400',
    shows: 'order.malformed',
    answers: { 'order-code-format': 'uuid' },
    change: { notFound: (code) => (code === 'not-a-uuid' ? detail(400, 'x') : NOT_FOUND) },
  },
  {
    does: 'responds to a long code with 414',
    shows: 'order.very-long',
    change: { notFound: (code) => (code.length > 999 ? html(414) : NOT_FOUND) },
  },
  {
    does: 'responds to a NUL character with 400',
    shows: 'order.nul',
    change: { notFound: (code) => (code.includes('\0') ? detail(400, 'x') : NOT_FOUND) },
  },
  {
    does: 'redirects a trailing slash',
    speaks: ['trailing-slash'],
    shows: 'order.trailing-slash',
    change: {
      unrouted: (path) =>
        path.endsWith('404/')
          ? { status: 301, body: '', headers: { location: path.slice(0, -1) } }
          : HTML_NOT_FOUND,
    },
  },
  {
    does: 'also knows the path with a trailing slash',
    speaks: ['trailing-slash'],
    shows: 'order.trailing-slash',
    answers: { 'trailing-slash': 'either' },
    change: { route: (path) => CONFORMING.route(path.replace(/(?<=tour\/.+)\/$/, '')) },
  },
  {
    does: 'refuses the key on a path with a trailing slash',
    speaks: ['trailing-slash'],
    shows: 'order.trailing-slash',
    answers: { 'trailing-slash': null },
    change: { unrouted: (path) => (path.endsWith('404/') ? detail(403, 'x') : HTML_NOT_FOUND) },
  },
  {
    does: 'refuses the key on unknown paths',
    speaks: ['trailing-slash'],
    shows: 'order.trailing-slash',
    answers: { 'trailing-slash': null },
    change: { unrouted: () => detail(403, 'x') },
  },
  {
    does: 'trims order codes',
    shows: 'order.padded',
    change: { find: (code, orders) => orders.get(code.trim()) },
  },
  {
    does: 'accepts a code in capital letters',
    shows: 'order.upper-case',
    change: { find: (code, orders) => orders.get(code.toLowerCase()) },
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
    does: 'also knows the path without a version',
    shows: 'order.without-version',
    change: { route: (path) => CONFORMING.route(path.startsWith('/v1') ? path : `/v1${path}`) },
  },
  {
    does: "responds to another channel's order with 404",
    shows: 'order.foreign',
    // An unknown code gets the same response, so nothing shows that there is such an order.
    answers: { 'other-channels-order': null },
    change: { foreign: () => NOT_FOUND },
  },
];

import { CONFORMING, detail, NOT_FOUND, type Order } from '../behaviour.ts';
import { crash, html, type Variant } from '../variant.ts';

const rightly = CONFORMING.find;
const route = CONFORMING.route;
const among = (orders: ReadonlyMap<string, Order>, matches: (code: string) => boolean) =>
  [...orders.values()].find(({ code, own }) => own && matches(code));

/** On a path that ends so. */
const crashesAt = (id: string, what: string, matches: (path: string) => boolean): Variant => ({
  does: `crashes on ${what}`,
  fails: `order.${id}`,
  change: {
    finish: (reply, { url }) => (matches(url) ? crash() : reply),
  },
});

export const orderCodeVariants: Variant[] = [
  {
    does: "cancels another channel's order",
    fails: 'order.foreign',
    change: { cancelsForeign: true },
  },
  {
    does: "crashes on another channel's order",
    fails: 'order.foreign',
    change: { foreign: crash },
  },
  {
    does: "answers another channel's order with HTML",
    fails: 'order.foreign',
    change: { foreign: () => html(403) },
  },
  ...(
    [
      ['200', { status: 200, body: { detail: 'x' } }],
      ['400', detail(400, 'x')],
      ['410', detail(410, 'x')],
      ['500', crash()],
      ['204', { status: 204, body: '' }],
      ['a redirect', { status: 302, body: '', headers: { location: '/orders/' } }],
      ['an HTML page', html(404)],
      ['an empty body', { status: 404, body: '' }],
      ['a text', { status: 404, body: 'Not found', headers: { 'content-type': 'text/plain' } }],
      ['`message` in place of `detail`', { status: 404, body: { message: 'x' } }],
      ['a detail that is an object', { status: 404, body: { detail: { code: 1 } } }],
      ['the single quotes of the page', { status: 404, body: "{'detail': '찾을 수 없습니다.'}" }],
      ['an error inside an error', { status: 404, body: { error: { detail: 'x' } } }],
      ['an e-mail address', detail(404, '찾을 수 없습니다. help@ax-cloud.example')],
      ['a phone number', detail(404, '찾을 수 없습니다. 010-1234-5678')],
    ] as const
  ).map(
    ([what, reply]): Variant => ({
      does: `answers a code that no order has with ${what}`,
      fails: 'order.unknown',
      // All that goes to a made-up code gets the same response.
      also: /^(order|headers|cancel\.channel-code|auth|method|answers)\b/,
      change: { notFound: () => reply },
    }),
  ),
  {
    does: 'answers a code that no order has with 403',
    fails: 'order.unknown',
    also: /^order\./,
    change: { notFound: () => detail(403, 'x') },
  },
  {
    does: 'finds an order by the beginning of its code',
    fails: 'order.cut-at-end',
    change: {
      find: (code, orders) =>
        rightly(code, orders) ??
        (code.length > 30 ? among(orders, (one) => one.startsWith(code)) : undefined),
    },
  },
  {
    does: 'finds an order by the end of its code',
    fails: 'order.cut-at-start',
    change: {
      find: (code, orders) =>
        rightly(code, orders) ?? (code.length > 30 ? among(orders, (one) => one.endsWith(code)) : undefined),
    },
  },
  {
    does: 'finds an order by a code that goes on',
    fails: 'order.extended',
    change: {
      find: (code, orders) =>
        rightly(code, orders) ?? among(orders, (one) => code.startsWith(one) && !code.endsWith(' ')),
    },
  },
  {
    does: 'ignores what follows the code in the path',
    fails: 'order.extra-segment',
    change: { route: (path) => route(path.replace(/(?<=tour\/[^/]+)\/x$/, '')) },
  },
  {
    does: 'compares all but the last character of a code',
    fails: 'order.other-end',
    change: {
      find: (code, orders) =>
        rightly(code, orders) ??
        among(orders, (one) => one.length === code.length && one.slice(0, -1) === code.slice(0, -1)),
    },
  },
  {
    does: 'compares all but the first character of a code',
    fails: 'order.other-start',
    change: {
      find: (code, orders) =>
        rightly(code, orders) ??
        among(orders, (one) => one.length === code.length && one.slice(1) === code.slice(1)),
    },
  },
  {
    does: 'ignores a space before a code',
    fails: 'order.padded-before',
    change: { find: (code, orders) => rightly(code.trimStart(), orders) },
  },
  {
    does: 'trims order codes',
    fails: 'order.padded',
    change: { find: (code, orders) => rightly(code.trim(), orders) },
  },
  {
    does: 'takes a made-up code for the first order that it has',
    fails: 'order.malformed',
    also: /^order\./,
    change: {
      find: (code, orders) =>
        rightly(code, orders) ?? (/^[a-z-]+$/.test(code) ? among(orders, () => true) : undefined),
    },
  },
  crashesAt('malformed', 'a code that is no UUID', (path) => path.endsWith('/not-a-uuid')),
  crashesAt('very-long', 'a long code', (path) => path.length > 1000),
  crashesAt('hangul', 'a code in Hangul', (path) => /%EC/i.test(path)),
  crashesAt('encoded-slash', 'an encoded slash', (path) => /%2F/i.test(path)),
  crashesAt('dot-segment', 'an encoded dot segment', (path) => /%2E%2E/i.test(path)),
  crashesAt('parent-path', 'a dot segment', (path) => path.includes('..')),
  crashesAt('nul', 'a NUL character', (path) => path.includes('%00')),
  crashesAt('not-utf', 'bytes that are not UTF-8', (path) => path.includes('%FF')),
  crashesAt('quote', 'a quote', (path) => path.includes('%27')),
  crashesAt('space', 'a space', (path) => path.endsWith('/%20')),
  crashesAt('empty', 'an empty code', (path) => path.endsWith('/tour/')),
  crashesAt('trailing-slash', 'a slash at the end', (path) => /404\/$/.test(path)),
  {
    does: 'ignores a slash at the end and all that it does not know there',
    fails: 'order.trailing-slash',
    change: { finish: (reply, { url }) => (/404\/$/.test(url) ? { status: 200, body: {} } : reply) },
  },
  {
    does: 'shows a debug page on a code that it cannot route',
    fails: 'order.not-utf',
    also: /^order\./,
    change: {
      route,
      unrouted: () => ({
        ...html(404),
        body: "<h1>Page not found</h1> You're seeing this error because you have DEBUG = True",
      }),
    },
  },
  {
    does: 'knows only the first of its orders',
    fails: 'cancel.unavoidableCancel',
    also: /./,
    change: {
      find: (code, orders) => (code === [...orders.keys()][0] ? rightly(code, orders) : undefined),
      notFound: () => NOT_FOUND,
    },
  },
  {
    does: 'knows none of the orders that it is said to have',
    fails: 'reading.order-code',
    change: { find: () => undefined },
  },
];

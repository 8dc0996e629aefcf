import type { Order } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { crash, html, type Variant } from '../variant.ts';

const rightly = CONFORMING.find;
const route = CONFORMING.route;
const among = (orders: ReadonlyMap<string, Order>, matches: (code: string) => boolean) =>
  [...orders.values()].find(({ code, own }) => own && matches(code));

/** Crashes on matching paths. */
const crashesAt = (id: string, what: string, matches: (path: string) => boolean): Variant => ({
  does: `crashes on ${what}`,
  fails: `order.${id}`,
  change: {
    finish: (reply, { url }) => (matches(url) ? crash() : reply),
  },
});

/** Looks up an order with SQL's LIKE. */
const like = (does: string, fails: string, wildcard: string, pattern: string): Variant => ({
  does,
  fails,
  change: {
    find(code, orders) {
      const matches = new RegExp(`^${code.replace(/[^\w%]/g, '\\$&').replaceAll(wildcard, pattern)}$`);
      return rightly(code, orders) ?? among(orders, (one) => matches.test(one));
    },
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
    does: 'finds an order by any code that begins with its own',
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
    // These cases replace the last character with a wildcard.
    also: /^order\.wildcard/,
    change: {
      find: (code, orders) =>
        rightly(code, orders) ??
        among(orders, (one) => one.length === code.length && one.slice(0, -1) === code.slice(0, -1)),
    },
  },
  {
    does: 'compares all but the first character of a code',
    fails: 'order.other-start',
    // On these servers, the channel's code and AX Cloud's differ only in the first letter.
    answers: { 'order-code-in-path': 'either-code' },
    change: {
      find: (code, orders) =>
        rightly(code, orders) ??
        among(orders, (one) => one.length === code.length && one.slice(1) === code.slice(1)),
    },
  },
  like('matches % in a code with any text, as SQL does', 'order.wildcard', '%', '.*'),
  like('matches _ in a code with any character, as SQL does', 'order.wildcard-one', '_', '.'),
  {
    does: 'finds its first order for a made-up code',
    fails: 'order.malformed',
    also: /^order\./,
    change: {
      find: (code, orders) =>
        rightly(code, orders) ?? (/^[a-z-]+$/.test(code) ? among(orders, () => true) : undefined),
    },
  },
  crashesAt('malformed', 'a code that is not a UUID', (path) => /\/not-a-uuid\/?$/.test(path)),
  crashesAt('very-long', 'a long code', (path) => path.length > 1000),
  crashesAt('hangul', 'a code in Hangul', (path) => /%EC/i.test(path)),
  crashesAt('encoded-slash', 'an encoded slash', (path) => /%2F/i.test(path)),
  crashesAt('dot-segment', 'an encoded dot segment', (path) => /%2E%2E/i.test(path)),
  crashesAt('parent-path', 'a dot segment', (path) => path.includes('..')),
  crashesAt('nul', 'a NUL character', (path) => path.includes('%00')),
  crashesAt('not-utf', 'bytes that are not UTF-8', (path) => path.includes('%FF')),
  crashesAt('quote', 'a quote', (path) => path.includes('%27')),
  crashesAt('space', 'a space', (path) => /\/%20\/?$/.test(path)),
  { ...crashesAt('empty', 'an empty code', (path) => path.endsWith('/tour/')), speaks: ['trailing-slash'] },
  {
    ...crashesAt('trailing-slash', 'a trailing slash', (path) => /404\/$/.test(path)),
    speaks: ['trailing-slash'],
  },
  {
    does: 'responds to a trailing slash with 200',
    speaks: ['trailing-slash'],
    fails: 'order.trailing-slash',
    change: { finish: (reply, { url }) => (/404\/$/.test(url) ? { status: 200, body: {} } : reply) },
  },
  {
    does: 'shows a debug page for a code that it cannot route',
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
];

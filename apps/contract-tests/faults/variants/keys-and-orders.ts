import { type Behaviour, detail } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import type { Server } from '../variant.ts';
import { CANCEL, contract, STATUS_FIELDS } from '../words.ts';

/** Conforming servers, tested with other keys and orders. */
export const keysAndOrders: Server[] = [
  ...(
    [
      ['409', detail(409, 'x')],
      ['400 and a detail', detail(400, 'x')],
      ['400 and a list', { status: 400, body: ['x'] }],
      ['400 and a message about a status', { status: 400, body: { [STATUS_FIELDS[0] ?? '']: ['x'] } }],
    ] as const
  ).map(
    ([what, reply]): Server => ({
      does: `has only cancelled orders and refuses them with ${what}`,
      change: {
        find(code, orders) {
          const order = orders.get(code);
          return order && { ...order, axStatus: CANCEL };
        },
        repeat: () => reply,
      },
    }),
  ),
  ...['k', '0', 'invalid2', 'Token', '12345678901', 'a+b/c=$&?%', 'T'].map(
    (key): Server => ({ does: `has the key ${key}`, change: { key } }),
  ),
  { does: "is tested with the channel's codes of its orders", pairs: true },
  { does: 'has only eight orders', orders: 8 },
  { does: 'has only three orders', orders: 3 },
  { does: 'has only two orders', orders: 2 },
  { does: 'has only one order', orders: 1 },
  { does: 'has no orders', orders: 0 },
  {
    does: 'has only one order and repeats a cancel',
    speaks: ['new-status', 'unavoidable-cancel'],
    orders: 1,
    change: { repeat: () => undefined },
    answers: {
      'second-cancel': 'same-answer',
      // A success tells nothing about a further effect of the repeat, nor about the order before it.
      'retry-after-timeout': null,
      'refusal-changes-nothing': null,
      'change-of-kind': 'changeable',
      'new-status': null,
    },
  },
  {
    does: 'knows only the first of the given order codes',
    change: {
      find: (code, orders) =>
        code === orders.keys().next().value ? CONFORMING.find(code, orders) : undefined,
    },
    // It refuses most of its own orders alike, so a refusal of another channel's order proves nothing.
    answers: { 'other-channels-order': null },
  },
  ...(
    [
      ['the fifth of its orders', (index) => index === 4],
      ['every second of its orders', (index) => index % 2 === 1],
      ['two of every three orders', (index) => index % 3 !== 0],
    ] as [string, (index: number) => boolean][]
  ).map(
    ([which, isCancelled]): Server => ({
      does: `has cancelled ${which} before the run`,
      change: { find: cancelledBefore(isCancelled) },
    }),
  ),
  ...(
    [
      ['the third of its orders', (index) => index === 2],
      ['the first half of its orders', (index) => index < 7],
    ] as [string, (index: number) => boolean][]
  ).map(
    ([which, isCancelled]): Server => ({
      does: `has cancelled ${which} before the run, and checks that before it reads a body`,
      change: {
        find: cancelledBefore(isCancelled),
        finish: (reply, { method }, order) =>
          method === contract.method &&
          [400, 415].includes(reply.status) &&
          order?.own &&
          order.axStatus !== 'New'
            ? (CONFORMING.repeat(order, NO_FIELDS) ?? reply)
            : reply,
      },
    }),
  ),
];

const NO_FIELDS = { ax_status: '', channel_status: '', comment: undefined };

/** Finds orders. Those that `isCancelled` selects were cancelled before the run. */
export function cancelledBefore(isCancelled: (index: number) => boolean): Behaviour['find'] {
  const seen = new Set<string>();
  return (code, orders) => {
    const order = orders.get(code);
    if (order?.own && !seen.has(code) && isCancelled([...orders.keys()].indexOf(code))) {
      order.axStatus = CANCEL;
      order.channelStatus = CANCEL;
    }
    seen.add(code);
    return order;
  };
}

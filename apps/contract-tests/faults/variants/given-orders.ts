import { CONFORMING } from '../conforming.ts';
import { onOrder, type Server, type Variant } from '../variant.ts';
import { NOT_FOUND, ORDER, WRONG_KEY } from '../words.ts';
import { cancelledBefore } from './keys-and-orders.ts';
import { stateVariants } from './state.ts';

/** Conforming servers that are tested with orders that are not all as the settings say. */
export const givenOrders: Server[] = [
  ...(
    [
      ['does not know the second of its orders', [1]],
      ['does not know the third of its orders', [2]],
      ['does not know the third to the sixth of its orders', [2, 3, 4, 5]],
      ['does not know the last order that a run needs', [4]],
    ] as const
  ).map(
    ([does, unknown]): Server => ({
      does,
      answers: { 'other-channels-order': null },
      change: { find: among((index) => !unknown.some((one) => one === index)) },
    }),
  ),
  {
    does: 'has only one order, and does not know it',
    orders: 1,
    answers: { 'other-channels-order': null },
    change: { find: () => undefined },
  },
  {
    does: 'knows none of the given orders',
    answers: { 'other-channels-order': null },
    change: { find: () => undefined },
  },
  {
    does: 'is tested with orders of another channel only',
    answers: { 'other-channels-order': null },
    change: { find: (code, orders) => foreign(CONFORMING.find(code, orders)) },
  },
  {
    does: 'has the third and the fourth order from another channel',
    answers: { 'other-channels-order': null },
    change: {
      find(code, orders) {
        const order = CONFORMING.find(code, orders);
        return [2, 3].includes([...orders.keys()].indexOf(code)) ? foreign(order) : order;
      },
    },
  },
  {
    does: 'has cancelled its second, third and fifth order before the run',
    change: { find: cancelledBefore((index) => [1, 2, 4].includes(index)) },
  },
  {
    does: 'does not know a cancelled order any more',
    answers: { 'second-cancel': null, 'retry-after-timeout': null, 'change-of-kind': null },
    change: { repeat: () => NOT_FOUND },
  },
  {
    does: 'refuses a cancelled order like a wrong key',
    answers: { 'second-cancel': null, 'retry-after-timeout': null, 'change-of-kind': null },
    change: { repeat: () => WRONG_KEY },
  },
  {
    does: "has channel's codes that look like a resident registration number",
    change: onOrder((order) => ({
      ...order,
      [ORDER.channelCode ?? '']: `261127-1${String(order[ORDER.code ?? ''])
        .replace(/\D/g, '')
        .slice(-6)}`,
    })),
  },
];

/** Servers with a fault that an unknown order must not hide. */
export const hiddenByOrders: Variant[] = stateVariants.slice(0, 1).map((variant) => ({
  ...variant,
  does: `${variant.does}, and does not know its second order`,
  change: { ...variant.change, find: among((index) => index !== 1) },
}));

/** Finds the orders at these places of the settings, and the other channel's. */
function among(isKnown: (index: number) => boolean): typeof CONFORMING.find {
  return (code, orders) => {
    const order = CONFORMING.find(code, orders);
    return order?.own && !isKnown([...orders.keys()].indexOf(code)) ? undefined : order;
  };
}

const foreign = (order: ReturnType<typeof CONFORMING.find>) => order && { ...order, own: false };

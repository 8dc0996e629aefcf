import { randomUUID } from 'node:crypto';
import type { Behaviour, Order } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { broken, onOrder, type Variant } from '../variant.ts';
import { FIRST, ORDER, SECOND } from '../words.ts';

/** All cases that check a success. */
const ALL = /^(cancel|reading|answers\.channel-codes|body\.comment)\b/;

const { code: CODE = '', channelCode: CHANNEL_CODE = '' } = ORDER;

/** Servers with a wrong order code in a success, or with another spelling of it. */
export const successCodeVariants: Variant[] = [
  broken(
    "has another order's code in a success",
    onOrder((order) => ({ ...order, [CODE]: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' })),
  ),
  broken(
    'writes the order code in capital letters',
    onOrder((order) => ({ ...order, [CODE]: String(order[CODE]).toUpperCase() })),
  ),
  broken(
    'writes the order code without hyphens',
    onOrder((order) => ({ ...order, [CODE]: String(order[CODE]).replaceAll('-', '') })),
  ),
  {
    does: 'swaps the two codes',
    speaks: ['order-code-in-path'],
    question: 'order-code-in-path',
    fails: 'reading.order-code',
    answers: { 'order-code-in-path': 'channel-code' },
    change: onOrder((order) => ({
      ...order,
      [CODE]: order[CHANNEL_CODE],
      [CHANNEL_CODE]: order[CODE],
    })),
  },
  {
    does: 'responds to a repeated cancel with another order',
    fails: 'cancel.repeat',
    also: /^cancel\.repeat-later$/,
    change: {
      repeat: (order, fields) =>
        CONFORMING.success({ ...order, code: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' }, fields),
    },
  },
  {
    does: 'has a wrong channel_order_code in a success',
    fails: FIRST,
    also: ALL,
    pairs: true,
    change: onOrder((order) => ({ ...order, [CHANNEL_CODE]: `x${order[CHANNEL_CODE]}` })),
  },
  {
    does: 'makes up a channel_order_code for each response',
    fails: 'answers.channel-codes',
    change: onOrder((order) => ({ ...order, [CHANNEL_CODE]: randomUUID() })),
  },
  {
    does: "has the first order's channel_order_code for all orders",
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: ALL,
    pairs: true,
    change: ofFirstOrder(),
  },
];

/** Responds with the channel's code of its first order. */
function ofFirstOrder(): Partial<Behaviour> {
  let first: Order | undefined;
  return {
    find(code, orders) {
      first ??= orders.values().next().value;
      return orders.get(code);
    },
    success: (order, fields) =>
      CONFORMING.success({ ...order, channelCode: first?.channelCode ?? '' }, fields),
  };
}

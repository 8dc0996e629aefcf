import { randomUUID } from 'node:crypto';
import { orderIn } from '@ax-cloud/contract/echo';
import type { Behaviour, Order } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { broken, crash, crashing, onOrder, type Variant } from '../variant.ts';
import { CANCEL, contract, FIRST, ORDER, OTHER_CANCEL, SECOND, STATUSES } from '../words.ts';

/** All that judges a success. */
const ALL = /^(cancel|reading|answers\.channel-codes|body\.comment)\b/;

const { code: CODE = '', channelCode: CHANNEL_CODE = '' } = ORDER;
const ORDER_STATUSES = ORDER.statuses.map(({ order }) => order);
const [example] = Object.values(contract.success.examples);
/** The fields of the order that the contract says something of, in its order. */
const FIELDS = Object.keys(Object(orderIn(contract.success, example?.value))).filter((name) =>
  [CODE, CHANNEL_CODE, ...ORDER_STATUSES].includes(name),
);

const without = (order: object, name: string) =>
  Object.fromEntries(Object.entries(order).filter(([key]) => key !== name));
const other = (status: unknown) => (status === CANCEL ? OTHER_CANCEL || 'Unavoidable cancel' : CANCEL);

/** The channel's own code may be absent or null in another reading of the page. */
const absent = (name: string): Pick<Variant, 'speaks' | 'question' | 'answers'> =>
  name === 'channel_order_code'
    ? {
        speaks: ['response-fields-always'],
        question: 'response-fields-always',
        answers: { 'response-fields-always': 'sometimes-absent' },
      }
    : {};

/** Successes that say something else than what was requested. */
export const successVariants: Variant[] = [
  ...FIELDS.flatMap((name): Variant[] => [
    {
      ...broken(
        `leaves ${name} out of a success`,
        onOrder((order) => without(order, name)),
      ),
      ...absent(name),
    },
    {
      ...broken(
        `sends ${name} as null`,
        onOrder((order) => ({ ...order, [name]: null })),
      ),
      ...absent(name),
    },
    broken(
      `sends ${name} as a number`,
      onOrder((order) => ({ ...order, [name]: 1 })),
    ),
    broken(
      `sends ${name} as a list`,
      onOrder((order) => ({ ...order, [name]: [order[name]] })),
    ),
    broken(
      `sends ${name} as an object`,
      onOrder((order) => ({ ...order, [name]: { value: order[name] } })),
    ),
  ]),
  ...FIELDS.filter((name) => ORDER_STATUSES.includes(name)).flatMap((name): Variant[] => [
    broken(
      `says that ${name} is still New`,
      onOrder((order) => ({ ...order, [name]: 'New' })),
    ),
    broken(
      `says the other kind of cancel in ${name}`,
      onOrder((order) => ({ ...order, [name]: other(order[name]) })),
    ),
    broken(
      `sends ${name} in small letters`,
      onOrder((order) => ({ ...order, [name]: String(order[name]).toLowerCase() })),
    ),
    broken(
      `sends ${name} with a space after it`,
      onOrder((order) => ({ ...order, [name]: `${order[name]} ` })),
    ),
    broken(
      `sends ${name} as a number of its own`,
      onOrder((order) => ({ ...order, [name]: String(STATUSES.indexOf(String(order[name]))) })),
    ),
    broken(
      `misspells ${name}`,
      onOrder((order) => ({ ...without(order, name), [name.replace('status', 'state')]: order[name] })),
    ),
    {
      does: `always says ${CANCEL} in ${name}`,
      speaks: ['unavoidable-cancel'],
      fails: SECOND,
      also: /^cancel\.(comment\.|mixed$)/,
      change: onOrder((order) => ({ ...order, [name]: CANCEL })),
    },
  ]),
  broken(
    'says New in both statuses of a success',
    onOrder((order) => ({ ...order, ...Object.fromEntries(ORDER_STATUSES.map((name) => [name, 'New'])) })),
  ),
  broken(
    "says another order's code",
    onOrder((order) => ({ ...order, [CODE]: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' })),
  ),
  broken(
    'says the code in capital letters',
    onOrder((order) => ({ ...order, [CODE]: String(order[CODE]).toUpperCase() })),
  ),
  broken(
    'says the code without hyphens',
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
    does: 'cancels by the other kind of cancel and responds with a crash',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: /^cancel\.comment\.together$/,
    change: {
      success: (order, fields) =>
        fields.ax_status === OTHER_CANCEL ? crash() : CONFORMING.success(order, fields),
    },
  },
  {
    does: 'wraps the success of one kind of cancel only',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: /^cancel\.comment\./,
    change: {
      success(order, fields) {
        const reply = CONFORMING.success(order, fields);
        return fields.ax_status === CANCEL
          ? reply
          : { ...reply, body: { status_code: 200, data: reply.body } };
      },
    },
  },
  {
    does: 'crashes on the other kind of cancel with a comment',
    speaks: ['unavoidable-cancel', 'required-legend'],
    fails: 'cancel.comment.together',
    change: crashing(({ ax_status, comment }) => ax_status === OTHER_CANCEL && comment !== undefined),
  },
  {
    does: 'crashes on a field that it does not know',
    fails: 'body.extra-field',
    also: /^auth\.in-body$/,
    change: {
      finish: (reply, { bytes }) => (bytes.includes('"reason"') ? crash() : reply),
    },
  },
  {
    does: 'responds to a repeat with the order of somebody else',
    fails: 'cancel.repeat',
    change: {
      repeat: (order, fields) =>
        CONFORMING.success({ ...order, code: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' }, fields),
    },
  },
  {
    does: "says another channel_order_code than the order's",
    fails: FIRST,
    also: ALL,
    pairs: true,
    change: onOrder((order) => ({ ...order, [CHANNEL_CODE]: `x${order[CHANNEL_CODE]}` })),
  },
  {
    does: 'makes a channel_order_code up for each response',
    fails: 'answers.channel-codes',
    change: onOrder((order) => ({ ...order, [CHANNEL_CODE]: randomUUID() })),
  },
  {
    does: "says the first order's channel_order_code for all orders",
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: ALL,
    pairs: true,
    change: ofFirstOrder(),
  },
];

/** Says the channel's code of the first order that it has. */
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

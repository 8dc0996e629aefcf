import { randomUUID } from 'node:crypto';
import type { Behaviour, Order } from '../behaviour.ts';
import { CONFORMING, STATUSES } from '../behaviour.ts';
import { broken, crash, crashing, FIRST, onSuccess, type Variant } from '../variant.ts';

/** All that judges a success. */
const ALL = /^(cancel|reading|answers\.channel-codes|body\.comment)\b/;
const FIELDS = ['channel_order_code', 'channel_order_status', 'ax_order_code', 'ax_order_status'] as const;

const without = (body: object, name: string) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
const other = (status: unknown) => (status === 'Traveler cancel' ? 'Unavoidable cancel' : 'Traveler cancel');

/** The channel's own code may be absent or null in another reading of the page. */
const absent = (name: string) =>
  name === 'channel_order_code' ? { 'response-fields-always': 'sometimes-absent' } : undefined;

/** Successes that say something else than what was requested. */
export const successVariants: Variant[] = [
  ...FIELDS.flatMap((name): Variant[] => [
    broken(
      `leaves ${name} out of a success`,
      onSuccess((body) => without(body, name)),
      absent(name),
    ),
    broken(
      `sends ${name} as null`,
      onSuccess((body) => ({ ...body, [name]: null })),
      absent(name),
    ),
    broken(
      `sends ${name} as a number`,
      onSuccess((body) => ({ ...body, [name]: 1 })),
    ),
    broken(
      `sends ${name} as a list`,
      onSuccess((body) => ({ ...body, [name]: [body[name]] })),
    ),
    broken(
      `sends ${name} as an object`,
      onSuccess((body) => ({ ...body, [name]: { value: body[name] } })),
    ),
  ]),
  ...(['channel_order_status', 'ax_order_status'] as const).flatMap((name): Variant[] => [
    broken(
      `says that ${name} is still New`,
      onSuccess((body) => ({ ...body, [name]: 'New' })),
    ),
    broken(
      `says the other kind of cancel in ${name}`,
      onSuccess((body) => ({ ...body, [name]: other(body[name]) })),
    ),
    broken(
      `sends ${name} in small letters`,
      onSuccess((body) => ({ ...body, [name]: String(body[name]).toLowerCase() })),
    ),
    broken(
      `sends ${name} with a space after it`,
      onSuccess((body) => ({ ...body, [name]: `${body[name]} ` })),
    ),
    broken(
      `sends ${name} as a number of its own`,
      onSuccess((body) => ({ ...body, [name]: String(STATUSES.indexOf(String(body[name]))) })),
    ),
    broken(
      `misspells ${name}`,
      onSuccess((body) => ({ ...without(body, name), [name.replace('status', 'state')]: body[name] })),
    ),
    {
      does: `always says Traveler cancel in ${name}`,
      fails: 'cancel.unavoidableCancel',
      also: /^cancel\.(comment\.|mixed$)/,
      change: onSuccess((body) => ({ ...body, [name]: 'Traveler cancel' })),
    },
  ]),
  broken(
    'says New in both statuses of a success',
    onSuccess((body) => ({ ...body, ax_order_status: 'New', channel_order_status: 'New' })),
  ),
  broken(
    "says another order's code",
    onSuccess((body) => ({ ...body, ax_order_code: 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912' })),
  ),
  broken(
    'says the code in capital letters',
    onSuccess((body) => ({ ...body, ax_order_code: String(body.ax_order_code).toUpperCase() })),
  ),
  broken(
    'says the code without hyphens',
    onSuccess((body) => ({ ...body, ax_order_code: String(body.ax_order_code).replaceAll('-', '') })),
  ),
  {
    does: 'swaps the two codes',
    fails: 'reading.order-code',
    answers: { 'order-code-in-path': 'channel-code' },
    change: onSuccess((body) => ({
      ...body,
      ax_order_code: body.channel_order_code,
      channel_order_code: body.ax_order_code,
    })),
  },
  {
    does: 'cancels by Unavoidable cancel and answers with a crash',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\.together$/,
    change: {
      success: (order, fields) =>
        fields.ax_status === 'Unavoidable cancel' ? crash() : CONFORMING.success(order, fields),
    },
  },
  {
    does: 'wraps the success of one kind of cancel only',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\./,
    change: {
      success(order, fields) {
        const reply = CONFORMING.success(order, fields);
        return fields.ax_status === 'Traveler cancel'
          ? reply
          : { ...reply, body: { status_code: 200, data: reply.body } };
      },
    },
  },
  {
    does: 'crashes on Unavoidable cancel with a comment',
    fails: 'cancel.comment.together',
    change: crashing(({ ax_status, comment }) => ax_status === 'Unavoidable cancel' && comment !== undefined),
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
    does: 'answers a repeat with the order of somebody else',
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
    change: onSuccess((body) => ({ ...body, channel_order_code: `x${body.channel_order_code}` })),
  },
  {
    does: 'makes a channel_order_code up for each response',
    fails: 'answers.channel-codes',
    change: onSuccess((body) => ({ ...body, channel_order_code: randomUUID() })),
  },
  {
    does: "says the first order's channel_order_code for all orders",
    fails: 'cancel.unavoidableCancel',
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

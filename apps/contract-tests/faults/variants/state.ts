import type { Incoming, Order, Reply } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import type { UnspecifiedVariant, Variant } from '../variant.ts';
import { CANCEL, contract, STATUS_FIELDS } from '../words.ts';

/** Cancels the order although the response is a refusal. */
const silently = (what: string, matches: (request: Incoming, reply: Reply) => boolean): Variant => ({
  does: `cancels on ${what} but responds with a refusal`,
  fails: 'order.unchanged',
  change: {
    finish(reply, request, order: Order | undefined) {
      if (order?.own && reply.status >= 400 && matches(request, reply)) {
        CONFORMING.apply(order, {
          ax_status: CANCEL,
          channel_status: CANCEL,
          comment: undefined,
        });
      }
      return reply;
    },
  },
});

const text = ({ bytes }: Incoming) => bytes.toString('utf8');

/** Servers with a fault that shows only in the state of an order. */
export const stateVariants: Variant[] = [
  silently('a wrong key', ({ headers }) => headers.authorization === 'Token invalid'),
  silently('a missing key', ({ headers }) => headers.authorization === undefined),
  silently('PUT', ({ method }) => method === 'PUT'),
  silently('DELETE', ({ method }) => method === 'DELETE'),
  silently('a body that is not JSON', (request) => text(request) === '{'),
  silently('text/plain', ({ headers }) => headers['content-type'] === 'text/plain'),
  {
    ...silently(
      `a missing ${STATUS_FIELDS[0]}`,
      (request, { body }) =>
        request.method === contract.method &&
        !text(request).includes(`"${STATUS_FIELDS[0]}"`) &&
        text(request).startsWith(`{"${STATUS_FIELDS[1]}"`) &&
        typeof body === 'object',
    ),
    speaks: ['superseded-version', 'required-in-patch'],
  },
  silently('an unlisted status', (request) => text(request).includes('Cancelled by nobody')),
  {
    ...silently('an invalid comment', (request) => /"comment":\[/.test(text(request))),
    speaks: ['required-legend'],
  },
];

/** A run cannot tell these servers from conforming ones with every second order already cancelled. */
export const undecidableVariants: UnspecifiedVariant[] = [
  {
    does: 'also cancels the next order',
    shows: 'order.unchanged',
    change: {
      find(code, orders) {
        const order = CONFORMING.find(code, orders);
        const all = [...orders.values()];
        const next = order && all[all.indexOf(order) + 1];
        return order && next ? linked(order, next) : order;
      },
    },
  },
];

/** An order that copies its changes to another one. */
function linked(order: Order, next: Order): Order {
  return {
    ...order,
    get axStatus() {
      return order.axStatus;
    },
    set axStatus(status) {
      order.axStatus = status;
      next.axStatus = status;
    },
    get channelStatus() {
      return order.channelStatus;
    },
    set channelStatus(status) {
      order.channelStatus = status;
      next.channelStatus = status;
    },
  };
}

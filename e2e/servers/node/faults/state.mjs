import { ALREADY_CANCELLED, orders } from '../shop.mjs';
import { pause, reply } from './tools.mjs';

const set = (order, { ax_status, channel_status, comment }) => {
  Object.assign(order, { axStatus: ax_status, channelStatus: channel_status, comment });
};
const refusal = () => reply(409, { detail: ALREADY_CANCELLED });
const CANCELLED = { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' };
const ownOpen = () => [...orders.values()].filter(({ foreign, axStatus }) => !foreign && axStatus === 'New');

/** Faults of what a cancel leaves behind. */
export const stateFaults = {
  'state.parallel': {
    change: async (order, body) => {
      if (order.axStatus !== 'New') return refusal();
      // Reading and writing are two steps, and a second request comes in between.
      await pause(250);
      set(order, body);
    },
  },
  'state.not-kept': {
    change: (order, body) => {
      // The response shows the requested statuses, but the stored order stays as it was.
      orders.set(order.axCode, { ...order });
      set(order, body);
    },
  },
  'state.cancels-next': {
    change: (order, body) => {
      if (order.axStatus !== 'New') return refusal();
      set(order, body);
      const next = ownOpen()[0];
      if (next !== undefined) set(next, CANCELLED);
    },
  },
  'state.repeat-accepted': { change: set },
  'state.repeat-crash': {
    change: (order, body) => {
      if (order.axStatus !== 'New') throw new Error('transition not allowed');
      set(order, body);
    },
  },
  'state.repeat-without-detail': {
    change: (order, body) => {
      if (order.axStatus !== 'New') return reply(409, { error: 'conflict' });
      set(order, body);
    },
  },
  'state.refused-body-cancels': { onInvalid: (order) => set(order, CANCELLED) },
};

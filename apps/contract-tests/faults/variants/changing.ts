import type { Behaviour, Order, Reply } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import type { Server, UnspecifiedVariant } from '../variant.ts';
import { NOT_FOUND } from '../words.ts';
import { stateVariants } from './state.ts';

/** Conforming servers that do not always respond alike. No question may get an answer that only one of the responses supports. */
export const changing: Server[] = [
  {
    does: 'takes turns with one that responds in English',
    change: { finish: inTurn((reply) => (reply.status === NOT_FOUND.status ? ENGLISH : reply)) },
  },
  {
    does: 'is behind a cache that keeps every 404',
    change: { finish: cached() },
  },
  {
    does: 'refuses a repeated cancel only once it has cancelled another order',
    answers: { 'second-cancel': null, 'retry-after-timeout': 'check-first', 'refusal-changes-nothing': null },
    change: lateRefusal(),
  },
];

const [ON_WRONG_KEY] = stateVariants;

/** A second cancel succeeds on this server, so a later cancel does not show that the refused request cancelled nothing. */
export const unprovable: UnspecifiedVariant[] = [
  {
    does: 'cancels on a wrong key but responds with a refusal, and repeats a cancel',
    shows: 'order.unchanged',
    answers: {
      'second-cancel': 'same-answer',
      'retry-after-timeout': null,
      'refusal-changes-nothing': null,
      'change-of-kind': 'changeable',
    },
    change: { ...ON_WRONG_KEY?.change, repeat: () => undefined },
  },
];

const ENGLISH: Reply = { status: NOT_FOUND.status, body: { detail: 'Not found.' } };

/** Changes every second response. */
function inTurn(change: (reply: Reply) => Reply): typeof CONFORMING.finish {
  let turn = 0;
  return (reply) => {
    turn += 1;
    return turn % 2 === 0 ? change(reply) : reply;
  };
}

/** Responds with the first 404 for a URL from then on. */
function cached(): typeof CONFORMING.finish {
  const kept = new Map<string, Reply>();
  return (reply, { url }) => {
    const old = kept.get(url);
    if (old === undefined && reply.status === NOT_FOUND.status) kept.set(url, reply);
    return old ?? reply;
  };
}

/** Like a server that has a cancel in its cache first, and in its database later. */
function lateRefusal(): Partial<Behaviour> {
  let last: Order | undefined;
  return {
    apply(order, fields) {
      last = order;
      CONFORMING.apply(order, fields);
    },
    repeat(order, fields) {
      const isSame = fields.ax_status === order.axStatus && fields.channel_status === order.channelStatus;
      return order === last && isSame ? undefined : CONFORMING.repeat(order, fields);
    },
  };
}

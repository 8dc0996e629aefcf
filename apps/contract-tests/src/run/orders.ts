import type { Report } from '@ax-cloud/contract/report';

/** The order codes of the settings, by what became of each. */
export type OrderLists = Report['orders'];

/** Why an order cannot be cancelled, as far as the responses tell. */
export type SetAside = 'already-cancelled' | 'refused' | 'unknown';

/** After this many orders in a row with a lost response to their cancel, the server is at fault. */
export const MOST_LOSSES = 2;

/** The orders that a run may cancel, dealt out one at a time. */
export type Orders = ReturnType<typeof dealOrders>;

/** Deals out the order codes of the settings, from the first to the last, so that the unused ones are the last. */
export function dealOrders(orderCodes: readonly string[]) {
  const codes = [...orderCodes];
  const cancelled: string[] = [];
  const aside: Record<SetAside, string[]> = { 'already-cancelled': [], refused: [], unknown: [] };
  let open: string | undefined;
  let touched = false;
  const giveUp = (to: string[]) => {
    if (open !== undefined) to.push(open);
    open = undefined;
    touched = false;
  };
  return {
    /** The open order, if necessary the next of the list; undefined when none is left. */
    open(): string | undefined {
      open ??= codes.shift();
      return open;
    },
    /** How many orders are left, including the open one. */
    left: () => codes.length + (open === undefined ? 0 : 1),
    /** Notes that a request was sent for an order. The open order is then no longer untouched. */
    touch(code: string) {
      touched ||= code === open;
    },
    /** The open order is cancelled, as far as the server's responses tell. */
    useUp: () => giveUp(cancelled),
    /** The open order cannot be cancelled. */
    setAside: (why: SetAside) => giveUp(aside[why]),
    lists: (): OrderLists => ({
      cancelled: [...cancelled],
      alreadyCancelled: [...aside['already-cancelled']],
      refused: [...aside.refused],
      unknown: [...aside.unknown],
      open: open !== undefined && touched ? [open] : [],
      untouched: [...(open !== undefined && !touched ? [open] : []), ...codes],
    }),
  };
}

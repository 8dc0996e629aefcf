import type { Report } from '@ax-cloud/contract/report';
/** The order codes of the settings, by what became of each. */
export type OrderLists = Report['orders'];

/** Why an order cannot be cancelled, as far as the responses tell. */
export type SetAside = 'already-cancelled' | 'refused' | 'unknown';

/** So many orders in a row may lose the response to their cancel, until that is the server's fault. */
export const MOST_LOSSES = 2;

/** The orders that a run may cancel, dealt out one at a time. */
export type Orders = ReturnType<typeof dealOrders>;

/** Deals out the order codes of the settings, from the first to the last, so that a second run finds the fresh ones last. */
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
    /** The order that is still as it was, taken from the list when there is none at hand; undefined when none is left. */
    open(): string | undefined {
      open ??= codes.shift();
      return open;
    },
    /** How many can still be had, the open one included. */
    left: () => codes.length + (open === undefined ? 0 : 1),
    /** Notes that a request has gone out for an order; the open one is no longer untouched then. */
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

import type { OrderLists } from '../report/result.ts';

/** Why an order cannot be cancelled, as far as the responses tell. */
export type SetAside = 'already-cancelled' | 'refused' | 'unknown';

/** The orders that a run may cancel, dealt out one at a time. */
export interface Orders {
  /** The order that is still as it was, taken from the list when there is none at hand; undefined when none is left. */
  open(): string | undefined;
  /** How many can still be had, the open one included. */
  left(): number;
  /** Notes that a request has gone out for an order; the open one is no longer untouched then. */
  touch(code: string): void;
  /** The open order is cancelled, as far as the server's responses tell. */
  useUp(): void;
  /** The open order cannot be cancelled. */
  setAside(why: SetAside): void;
  lists(): OrderLists;
}

/** Deals out the order codes of the settings, from the first to the last, so that a second run finds the fresh ones last. */
export function dealOrders(orderCodes: readonly string[]): Orders {
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
    open() {
      open ??= codes.shift();
      return open;
    },
    left: () => codes.length + (open === undefined ? 0 : 1),
    touch(code) {
      touched ||= code === open;
    },
    useUp: () => giveUp(cancelled),
    setAside: (why) => giveUp(aside[why]),
    lists: () => ({
      cancelled: [...cancelled],
      alreadyCancelled: [...aside['already-cancelled']],
      refused: [...aside.refused],
      unknown: [...aside.unknown],
      open: open !== undefined && touched ? [open] : [],
      untouched: [...(open !== undefined && !touched ? [open] : []), ...codes],
    }),
  };
}

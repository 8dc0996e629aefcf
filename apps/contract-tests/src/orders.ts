/** The orders that a run may cancel, dealt out one at a time. */
export interface Orders {
  /** The order that is still as it was, taken from the list when there is none at hand; undefined when none is left. */
  open(): string | undefined;
  /** How many can still be had, the open one included. */
  left(): number;
  /** The open order is cancelled, as far as the server's responses tell. */
  useUp(): void;
  /** The open order cannot be cancelled: it was already cancelled, or what became of it is not known. */
  setAside(why: 'already-cancelled' | 'unknown'): void;
  /** The codes that the run has cancelled, in order. */
  readonly cancelled: readonly string[];
  /** The codes that were already cancelled before, as far as the responses tell. */
  readonly alreadyCancelled: readonly string[];
  /** The codes of which it is not known whether they are cancelled: there was no response, or a crash. */
  readonly unknown: readonly string[];
}

/** Deals out the order codes of the settings, from the first to the last, so that a second run finds the fresh ones last. */
export function dealOrders(orderCodes: readonly string[]): Orders {
  const codes = [...orderCodes];
  const cancelled: string[] = [];
  const alreadyCancelled: string[] = [];
  const unknown: string[] = [];
  let open: string | undefined;
  const giveUp = (to: string[]) => {
    if (open !== undefined) to.push(open);
    open = undefined;
  };
  return {
    cancelled,
    alreadyCancelled,
    unknown,
    open() {
      open ??= codes.shift();
      return open;
    },
    left: () => codes.length + (open === undefined ? 0 : 1),
    useUp: () => giveUp(cancelled),
    setAside: (why) => giveUp(why === 'already-cancelled' ? alreadyCancelled : unknown),
  };
}

/** The orders that a run may cancel, dealt out one at a time. */
export interface Orders {
  /** The order that is still as it was, taken from the list when there is none at hand; undefined when none is left. */
  live(): string | undefined;
  /** How many can still be had, the live one included. */
  left(): number;
  /** The live order is cancelled, as far as the server's answers tell. */
  burn(): void;
  /** The live order cannot be cancelled: it was spent before, or something else has cancelled it. */
  setAside(): void;
  /** The codes that the run has cancelled, in order. */
  readonly burnt: readonly string[];
  /** The codes that could not be cancelled. */
  readonly spent: readonly string[];
}

/** Deals out the order codes of the settings, from the first to the last, so that a second run finds the fresh ones last. */
export function dealOrders(orderCodes: readonly string[]): Orders {
  const codes = [...orderCodes];
  const burnt: string[] = [];
  const spent: string[] = [];
  let live: string | undefined;
  const giveUp = (to: string[]) => {
    if (live !== undefined) to.push(live);
    live = undefined;
  };
  return {
    burnt,
    spent,
    live() {
      live ??= codes.shift();
      return live;
    },
    left: () => codes.length + (live === undefined ? 0 : 1),
    burn: () => giveUp(burnt),
    setAside: () => giveUp(spent),
  };
}

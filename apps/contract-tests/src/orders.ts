/** The orders that a run may cancel, dealt out one at a time. */
export interface Orders {
  /** The order that is still as it was, taken from the list when there is none at hand; undefined when none is left. */
  live(): string | undefined;
  /** How many can still be had, the live one included. */
  left(): number;
  /** The live order is cancelled, as far as the server's answers tell. */
  burn(): void;
  /** The live order cannot be cancelled: it was spent before, or what became of it is not known. */
  setAside(why: 'spent' | 'unknown'): void;
  /** The codes that the run has cancelled, in order. */
  readonly burnt: readonly string[];
  /** The codes that were spent before, as far as the answers tell. */
  readonly spent: readonly string[];
  /** The codes of which it is not known whether they are cancelled: there was no answer, or a crash. */
  readonly unknown: readonly string[];
}

/** Deals out the order codes of the settings, from the first to the last, so that a second run finds the fresh ones last. */
export function dealOrders(orderCodes: readonly string[]): Orders {
  const codes = [...orderCodes];
  const burnt: string[] = [];
  const spent: string[] = [];
  const unknown: string[] = [];
  let live: string | undefined;
  const giveUp = (to: string[]) => {
    if (live !== undefined) to.push(live);
    live = undefined;
  };
  return {
    burnt,
    spent,
    unknown,
    live() {
      live ??= codes.shift();
      return live;
    },
    left: () => codes.length + (live === undefined ? 0 : 1),
    burn: () => giveUp(burnt),
    setAside: (why) => giveUp(why === 'spent' ? spent : unknown),
  };
}

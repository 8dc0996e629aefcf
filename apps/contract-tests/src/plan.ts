import type { Case } from './case.ts';

/** How many orders cases use up. */
export interface Plan {
  /** Where the server refuses all that the contract leaves open. */
  least: number;
  /** Where it cancels an order for each of those, too. */
  most: number;
}

/** Counts the orders that cases use up on a server that follows the contract. */
export function planOrders(cases: readonly Case[]): Plan {
  const count = (matches: (one: Case) => boolean) => cases.filter(matches).length;
  const burning = cases.filter(({ needs }) => needs === 'burns-order');
  const together = count(({ id }) => isTogether(id));
  const first = burning.length + count(({ needs }) => needs === 'cancelled-order') > 0 ? 1 : 0;
  const cancels = first + burning.length - Math.max(0, together - 1);
  // New is no cancel, and the unknown field goes along with the comments.
  const open = count(
    ({ id, needs }) =>
      needs === 'may-burn' && id !== 'cancel.new' && !(together > 0 && id === 'body.extra-field'),
  );
  const shared =
    count(({ needs }) => needs === 'live-order' || needs === 'live-order-if-any' || needs === 'may-burn') > 0;
  return { least: cancels, most: Math.max(cancels + open, shared ? 1 : 0) };
}

/** The comments that one cancel proves together. */
export function isTogether(id: string): boolean {
  return /^cancel\.comment\.(?!one-character)/.test(id);
}

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
  const needing = (...needs: Case['needs'][]) => cases.filter((one) => needs.includes(one.needs));
  const cancelling = needing('cancels-order');
  const together = cancelling.some(({ role }) => role === 'texts-together');
  const first = cancelling.length + needing('cancelled-order').length > 0 ? 1 : 0;
  // One cancel proves all texts.
  const saved = together ? cancelling.filter(({ role }) => role === 'text').length : 0;
  const cancels = first + cancelling.length - saved;
  const open = needing('may-cancel').filter(
    ({ role }) => role !== 'no-cancel' && !(together && role === 'extra-field'),
  ).length;
  const shared = needing('open-order', 'open-order-if-any', 'may-cancel').length > 0;
  return { least: cancels, most: Math.max(cancels + open, shared ? 1 : 0) };
}

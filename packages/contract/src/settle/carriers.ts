import type { Statement } from '../ledger.ts';
import { pointerTo } from '../ledger-pointer.ts';
import { quoted } from '../quotation.ts';
import type { ContractChange } from '../readings/moves.ts';
import { type Place, placesOf, startsWith, valueAt } from '../readings/place.ts';
import { wordsAt } from '../statements.ts';

/** A node that is less deep holds too much else. */
const MIN_DEPTH = 4;

/** Where a contract carries a statement after a change. */
export interface Carrier {
  pointer: string;
  /** True where only a text mentions it, so that the contract does not follow it. */
  onlySaid: boolean;
}

/**
 * Finds, in what a change wrote, the innermost node that has all literals of a statement as names and values, or else a text
 * that mentions one of them.
 *
 * @returns undefined where nothing does
 */
export function findCarrier({ before, after }: ContractChange, { says }: Statement): Carrier | undefined {
  const literals = quoted(says.en);
  const written = placesOf(after).filter((place) => isWritten(before, after, place));
  const holding = written.filter((place) => {
    if (place.length < MIN_DEPTH) return false;
    const words = wordsAt(after, place).slice(Math.max(place.length - 1, 0));
    return literals.every((literal) => words.includes(literal));
  });
  const innermost = holding.filter(
    (place) => !holding.some((other) => other.length > place.length && startsWith(other, place)),
  );
  // A schema is about every response, an example about one.
  const has = innermost.findLast(([root]) => root === 'components') ?? innermost[0];
  if (has !== undefined) return { pointer: pointerTo(after, has), onlySaid: false };
  const speaks = written.find((place) => {
    const text = valueAt(after, place);
    return typeof text === 'string' && literals.some((literal) => text.includes(`\`${literal}\``));
  });
  return speaks === undefined ? undefined : { pointer: pointerTo(after, speaks), onlySaid: true };
}

/** Whether a node is new, or holds something that is. */
function isWritten(before: unknown, after: unknown, place: Place): boolean {
  return JSON.stringify(valueAt(before, place)) !== JSON.stringify(valueAt(after, place));
}

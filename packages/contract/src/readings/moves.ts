import { type Place, samePlace, startsWith, valueAt } from './place.ts';

/** What an edit did to places: what stood at one was copied to another, or is gone. A renaming is both. */
export type Move = { from: Place; to: Place } | { removed: Place };

/** A change of the contract: what it was, what it is, and where its places went. */
export interface ContractChange {
  /** The contract before the change, as plain values. */
  before: unknown;
  /** The contract after it. */
  after: unknown;
  moves: readonly Move[];
  /** The single values that were replaced by others. */
  replaced: readonly { was: unknown; is: unknown }[];
}

/**
 * Finds where the thing that stood at a place stands after a change: under another name where it was renamed, at two places
 * where it was copied.
 *
 * @returns empty where it is gone
 */
export function placesAfter(
  { after, moves }: Pick<ContractChange, 'after' | 'moves'>,
  place: Place,
): Place[] {
  const followed = followPlace(place, moves).filter((one) => valueAt(after, one) !== undefined);
  // A node that was removed and set again is not gone.
  return followed.length === 0 && valueAt(after, place) !== undefined ? [place] : followed;
}

function followPlace(place: Place, moves: readonly Move[]): Place[] {
  return moves.reduce<Place[]>(
    (places, move) => {
      if ('removed' in move) return places.flatMap((one) => afterRemoval(one, move.removed));
      const copied = places.filter((one) => startsWith(one, move.from));
      return places.concat(copied.map((one) => [...move.to, ...one.slice(move.from.length)]));
    },
    [place],
  );
}

/** A removed place is gone; the items after it in a list move up. */
function afterRemoval(place: Place, removed: Place): Place[] {
  if (startsWith(place, removed)) return [];
  const depth = removed.length - 1;
  const [index, gone] = [place[depth], removed[depth]];
  const siblings = samePlace(place.slice(0, depth), removed.slice(0, -1));
  if (!siblings || typeof index !== 'number' || typeof gone !== 'number' || index < gone) return [place];
  return [[...place.slice(0, depth), index - 1, ...place.slice(depth + 1)]];
}

import { type Place, samePlace, startsWith, valueAt } from './place.ts';

/** What an edit did to places: a key has another name, or what stood there is gone. */
export type Move = { from: Place; to: Place } | { removed: Place };

/** A change of the contract: what it was, what it is, and what became of its places. */
export interface ContractChange {
  /** The contract before the change, as plain values. */
  before: unknown;
  /** The contract after it. */
  after: unknown;
  moves: readonly Move[];
  /** The single values that were replaced by others. */
  replaced: readonly { was: unknown; is: unknown }[];
}

/** Where the thing that stood at a place stands after a change; undefined where it is gone. */
export function placeAfter(
  { after, moves }: Pick<ContractChange, 'after' | 'moves'>,
  place: Place,
): Place | undefined {
  const now = followPlace(place, moves) ?? place;
  return valueAt(after, now) === undefined ? undefined : now;
}

/**
 * Follows a place through edits, in their order: below a renamed key, and up in a list whose earlier items went.
 *
 * @returns undefined where what stood there was removed
 */
export function followPlace(place: Place, moves: readonly Move[]): Place | undefined {
  return moves.reduce<Place | undefined>((at, move) => {
    if (at === undefined) return undefined;
    if ('removed' in move) return afterRemoval(at, move.removed);
    return startsWith(at, move.from) ? [...move.to, ...at.slice(move.from.length)] : at;
  }, place);
}

function afterRemoval(place: Place, removed: Place): Place | undefined {
  if (startsWith(place, removed)) return undefined;
  const depth = removed.length - 1;
  const [index, gone] = [place[depth], removed[depth]];
  const siblings = samePlace(place.slice(0, depth), removed.slice(0, -1));
  if (!siblings || typeof index !== 'number' || typeof gone !== 'number' || index < gone) return place;
  return [...place.slice(0, depth), index - 1, ...place.slice(depth + 1)];
}

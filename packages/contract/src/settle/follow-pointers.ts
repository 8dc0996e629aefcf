import { placeAt, pointerTo } from '../ledger-pointer.ts';
import { type ContractChange, placesAfter } from '../readings/moves.ts';
import { samePlace } from '../readings/place.ts';

/**
 * Makes a pointer of the ledger follow a change of the contract: it leads to the same node under its new name, or, if that is
 * gone, to the node that held it.
 */
export function followChange(pointer: string, change: ContractChange): string {
  const place = placeAt(change.before, pointer);
  if (place === undefined) return pointer;
  const [first, ...others] = placesAfter(change, place);
  const now = placeAt(change.after, pointer);
  if (now !== undefined && [first, ...others].some((one) => one !== undefined && samePlace(one, now)))
    return pointer;
  if (first !== undefined) return pointerTo(change.after, first);
  return followChange(pointerTo(change.before, place.slice(0, -1)), change);
}

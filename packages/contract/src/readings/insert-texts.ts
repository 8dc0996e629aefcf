import { selectPlaces } from './json-path.ts';
import { type Overlay, OverlayError, parseOverlay } from './overlay.ts';
import { type Place, placeOrder, samePlace } from './place.ts';
import { planMerge } from './plan.ts';
import { insertItem } from './source-edit.ts';
import { writeEdit } from './write-edit.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Writes texts into an overlay: into the action that has the same target, or as an action of their own, in the order of
 * the contract.
 *
 * @throws {OverlayError} when one of them matches nothing in the contract, or is not an update
 */
export function insertTexts(source: YamlSource, contract: unknown, added: Overlay): YamlSource {
  const order = placeOrder(contract);
  return added.actions.reduce((current, { number, target, does, update }) => {
    const where = `Action ${number} of the texts (${target})`;
    if (does !== 'update') throw new OverlayError(`${where} is not an update. Texts only update.`);
    const places = selectPlaces(contract, target);
    const [first] = places;
    if (first === undefined) throw new OverlayError(`${where} matches nothing. Correct its target.`);
    const existing = parseOverlay(current.text).actions.map((action) =>
      selectPlaces(contract, action.target),
    );
    const index = existing.findIndex((others) => samePlaces(others, places));
    const action: Place = ['actions', number - 1];
    if (index === -1) {
      const behind = existing.findLastIndex(([other]) => other !== undefined && order(other) <= order(first));
      return insertItem(current, ['actions'], behind + 1, { source: added.source, place: action });
    }
    const from = { of: 'overlay', place: [...action, 'update'], value: update } as const;
    return planMerge(current.value, ['actions', index, 'update'], from, where).reduce(
      (text, edit) => writeEdit(text, edit, { source: added.source, place: edit.from.place }),
      current,
    );
  }, source);
}

function samePlaces(a: readonly Place[], b: readonly Place[]): boolean {
  return a.length === b.length && a.every((place, index) => samePlace(place, b[index] ?? []));
}

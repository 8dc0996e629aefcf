import { isDeepStrictEqual } from 'node:util';
import { applyOverlay } from './apply.ts';
import { type Fragment, keyText } from './fragment.ts';
import type { ContractChange, Move } from './moves.ts';
import { type Action, type Overlay, OverlayError } from './overlay.ts';
import { isRecord, type Place, samePlace, valueAt } from './place.ts';
import { planAction, type WritingEdit } from './plan.ts';
import { type FormerPlace, formerPlace, renameKey, setValue } from './source-edit.ts';
import { removeAt } from './source-remove.ts';
import { writeEdit } from './write-edit.ts';
import { YamlSource } from './yaml-source.ts';

/** A hand-written document with an overlay written into it, and the change that this made. */
export interface Folded extends ContractChange {
  text: string;
}

/**
 * Writes an OpenAPI Overlay into the text of a hand-written document, as a person would: what it does not touch keeps
 * every byte, comments and order included.
 *
 * A key is renamed by three actions, `update: { new: {} }`, `copy` from the old one, `remove` of the old one; it then keeps
 * its place and its comments. A node that is removed and set again by a later `update` keeps its place, too.
 *
 * @throws {OverlayError} when an action matches nothing or does not fit; the message names action and target
 */
export function fold(text: string, overlay: Overlay): Folded {
  const source = new YamlSource(text);
  const progress: Progress = { source, moves: [], replaced: [], former: new Map() };
  for (const action of overlay.actions) foldAction(progress, action, overlay);
  const { text: folded, value: after } = progress.source;
  if (!isDeepStrictEqual(after, applyOverlay(source.value, overlay))) {
    throw new OverlayError('The overlay cannot be written into this text. Make the change by hand.');
  }
  return { text: folded, before: source.value, after, moves: progress.moves, replaced: progress.replaced };
}

interface Progress {
  source: YamlSource;
  moves: Move[];
  replaced: { was: unknown; is: unknown }[];
  /** Where removed entries were, by their place. */
  former: Map<string, FormerPlace>;
}

function foldAction(progress: Progress, action: Action, overlay: Overlay): void {
  const before = progress.source;
  for (const edit of planAction(before.value, action)) {
    if (edit.kind === 'remove') {
      progress.source = remove(progress, edit.place);
      continue;
    }
    const source = edit.from.of === 'overlay' ? overlay.source : before;
    if (edit.from.of === 'document')
      progress.moves.push({ from: edit.from.place, to: placeOf(progress, edit) });
    progress.source = write(progress, edit, { source, place: edit.from.place });
  }
}

function write(progress: Progress, edit: WritingEdit, fragment: Fragment): YamlSource {
  const { source, former, replaced } = progress;
  const { kind, place, from } = edit;
  if (kind === 'set') replaced.push({ was: valueAt(source.value, place), is: from.value });
  return writeEdit(source, edit, fragment, former.get(JSON.stringify(place)));
}

/** Removes what stands at a place. If it was copied to another key of the same map, that key takes its place. */
function remove({ source, moves, former }: Progress, place: Place): YamlSource {
  const copy = moves.find((move) => 'to' in move && samePlace(move.from, place) && isBeside(source, move));
  moves.push({ removed: place });
  if (copy === undefined || 'removed' in copy) {
    former.set(JSON.stringify(place), formerPlace(source, place));
    return removeAt(source, place);
  }
  const renamed: Fragment = { source, place: copy.to };
  const unchanged = isDeepStrictEqual(valueAt(source.value, place), valueAt(source.value, copy.to));
  const filled = unchanged ? source : setValue(source, place, renamed);
  return renameKey(removeAt(filled, copy.to), place, keyText(renamed));
}

/** Whether a copy still stands in the same map as its original did. */
function isBeside({ value }: YamlSource, { from, to }: { from: Place; to: Place }): boolean {
  const holder = from.slice(0, -1);
  return (
    samePlace(holder, to.slice(0, -1)) && isRecord(valueAt(value, holder)) && valueAt(value, to) !== undefined
  );
}

/** The place at which an edit puts its value: an appended item comes after the last one. */
function placeOf({ source }: Progress, { kind, place }: WritingEdit): Place {
  const list = valueAt(source.value, place);
  return kind === 'append' && Array.isArray(list) ? [...place, list.length] : place;
}

import { isDeepStrictEqual } from 'node:util';
import { applyOverlay } from './apply.ts';
import { type Fragment, keyText } from './fragment.ts';
import type { ContractChange, Move } from './moves.ts';
import { type Action, type Overlay, OverlayError } from './overlay.ts';
import { isRecord, type Place, samePlace, valueAt } from './place.ts';
import { type Origin, planAction, type WritingEdit } from './plan.ts';
import { type FormerPlace, formerPlace, renameKey, setValue } from './source-edit.ts';
import { removeAt } from './source-remove.ts';
import { writeEdit } from './write-edit.ts';
import { YamlSource } from './yaml-source.ts';

/** A hand-written document with an overlay written into it, and the change that this is. */
export interface Folded extends ContractChange {
  text: string;
}

/**
 * Writes an OpenAPI Overlay into the text of a hand-written document, as a person would: what it does not touch keeps
 * every byte, comments and order included.
 *
 * A key is renamed by three actions, `update: { new: {} }`, `copy` from the old one, `remove` of the old one; it then keeps
 * its place and its comments. What is removed and given again by a later `update` stays where it was as well.
 *
 * @throws {OverlayError} when an action matches nothing or does not fit; the message names action and target
 */
export function fold(text: string, overlay: Overlay): Folded {
  const source = new YamlSource(text);
  const progress: Progress = { source, moves: [], replaced: [], copies: [], former: new Map() };
  for (const action of overlay.actions) foldAction(progress, action, overlay);
  const { text: folded, value: after } = progress.source;
  if (!isDeepStrictEqual(after, applyOverlay(source.value, overlay))) {
    throw new OverlayError('The overlay cannot be written into this text. Make the change by hand.');
  }
  // What was removed and given again is not gone.
  const moves = progress.moves.filter(
    (move) => !('removed' in move && isEntry(move.removed) && valueAt(after, move.removed) !== undefined),
  );
  return { text: folded, before: source.value, after, moves, replaced: progress.replaced };
}

/** True for a place in a map; the index of a list names another item once one was removed. */
function isEntry(place: Place): boolean {
  return typeof place.at(-1) === 'string';
}

interface Progress {
  source: YamlSource;
  moves: Move[];
  replaced: { was: unknown; is: unknown }[];
  /** Copies into an empty key beside the old one, which a removal of the old one makes a renaming. */
  copies: { from: Place; to: Place }[];
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
    noteCopy(progress, edit.place, edit.from);
    progress.source = write(progress, edit, { source, place: edit.from.place });
  }
}

function write(progress: Progress, edit: WritingEdit, fragment: Fragment): YamlSource {
  const { source, former, replaced } = progress;
  const { kind, place, from } = edit;
  if (kind === 'set') replaced.push({ was: valueAt(source.value, place), is: from.value });
  return writeEdit(source, edit, fragment, former.get(JSON.stringify(place)));
}

function remove(progress: Progress, place: Place): YamlSource {
  const { source, moves, copies, former } = progress;
  const copy = copies.find(
    ({ from, to }) => samePlace(from, place) && valueAt(source.value, to) !== undefined,
  );
  if (copy === undefined) {
    moves.push({ removed: place });
    former.set(JSON.stringify(place), formerPlace(source, place));
    return removeAt(source, place);
  }
  moves.push(copy);
  const renamed: Fragment = { source, place: copy.to };
  const unchanged = isDeepStrictEqual(valueAt(source.value, place), valueAt(source.value, copy.to));
  const filled = unchanged ? source : setValue(source, place, renamed);
  return renameKey(removeAt(filled, copy.to), place, keyText(renamed));
}

function noteCopy({ source, copies }: Progress, to: Place, from: Origin): void {
  const siblings = samePlace(to.slice(0, -1), from.place.slice(0, -1));
  if (from.of === 'document' && siblings && isRecord(valueAt(source.value, to.slice(0, -1)))) {
    copies.push({ from: from.place, to });
  }
}

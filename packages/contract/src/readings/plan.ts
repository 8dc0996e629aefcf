import { selectPlaces } from './json-path.ts';
import { type Action, OverlayError } from './overlay.ts';
import { isRecord, type Place, placeOrder, toPointer, valueAt } from './place.ts';

/** Where the value of an edit is written: in the overlay's action, or, for a copy, in the document itself. */
export interface Origin {
  of: 'overlay' | 'document';
  place: Place;
  value: unknown;
}

/** A value that is written: in place of another, under a new key, or at the end of the list at `place`. */
export interface WritingEdit {
  kind: 'set' | 'add' | 'append';
  place: Place;
  from: Origin;
}

/** One change of one place. What an action does is a list of these. */
export type Edit = WritingEdit | { kind: 'remove'; place: Place };

/**
 * Says what an action does to a document, as Redocly CLI applies it: an update merges objects key by key, appends to
 * lists and replaces everything else; a copy merges in the same way; a removal takes everything that its target matches.
 *
 * @returns the edits in the order to make them; the last one of a list is removed first, so that indices stay true
 * @throws {OverlayError} when the target matches nothing, a copy does not take exactly one value, or an object, a list
 * and a scalar meet
 */
export function planAction(document: unknown, action: Action): Edit[] {
  const where = `Action ${action.number} (${action.target})`;
  const targets = select(document, action.target, where);
  if (targets.length === 0) throw new OverlayError(`${where} matches nothing. Correct its target.`);
  if (action.does === 'remove') {
    return lastFirst(document, targets).map((place) => ({ kind: 'remove', place }));
  }
  const from = action.does === 'copy' ? copyOrigin(document, action, where) : updateOrigin(action);
  return targets.flatMap((place) => planMerge(document, place, from, where));
}

/** Of one place there is no order, and to number all places of a document takes long. */
function lastFirst(document: unknown, places: Place[]): Place[] {
  if (places.length === 1) return places;
  const order = placeOrder(document);
  return places.sort((a, b) => order(b) - order(a));
}

function select(document: unknown, path: string, where: string): Place[] {
  try {
    return selectPlaces(document, path);
  } catch (cause) {
    throw new OverlayError(`${where}: "${path}" is not a JSONPath (RFC 9535).`, { cause });
  }
}

function updateOrigin({ number, update }: Action): Origin {
  return { of: 'overlay', place: ['actions', number - 1, 'update'], value: update };
}

function copyOrigin(document: unknown, { copy }: Action, where: string): Origin {
  const places = select(document, copy, where);
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new OverlayError(
      `${where} copies ${copy}, which matches ${places.length} values. It must match one.`,
    );
  }
  return { of: 'document', place, value: valueAt(document, place) };
}

/**
 * Says what it takes to merge a value into the one at a place.
 *
 * @param where what the value comes from, for messages
 * @param nested false at the target itself, where a single value may be appended to a list
 * @throws {OverlayError} when an object, a list and a scalar meet
 */
export function planMerge(
  document: unknown,
  place: Place,
  from: Origin,
  where: string,
  nested = false,
): WritingEdit[] {
  const old = valueAt(document, place);
  const { value } = from;
  // An empty map or list takes the value as it is written, with its comments.
  if (isEmpty(old) && typeof value === 'object' && Array.isArray(old) === Array.isArray(value)) {
    return [{ kind: 'set', place, from }];
  }
  if (Array.isArray(old) && (Array.isArray(value) || !nested)) return appendAll(place, from);
  if (isRecord(old) && isRecord(value)) {
    return Object.keys(value).flatMap((key): WritingEdit[] => {
      const inner: Place = [...place, key];
      const part = { ...from, place: [...from.place, key], value: value[key] };
      if (Object.hasOwn(old, key)) return planMerge(document, inner, part, where, true);
      return [{ kind: 'add', place: inner, from: part }];
    });
  }
  if (typeof (old ?? '') !== 'object' && typeof (value ?? '') !== 'object') {
    return [{ kind: 'set', place, from }];
  }
  throw new OverlayError(
    `${where}: ${kindOf(value)} cannot be merged into ${kindOf(old)} at ${toPointer(place)}. Remove the old value first.`,
  );
}

function appendAll(place: Place, from: Origin): WritingEdit[] {
  if (!Array.isArray(from.value)) return [{ kind: 'append', place, from }];
  return from.value.map((value, index) => ({
    kind: 'append',
    place,
    from: { ...from, place: [...from.place, index], value },
  }));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isRecord(value) ? 'an object' : 'a single value';
}

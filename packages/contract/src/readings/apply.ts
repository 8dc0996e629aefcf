import type { Overlay } from './overlay.ts';
import { isRecord, valueAt } from './place.ts';
import { type Edit, planAction } from './plan.ts';

/**
 * Applies an overlay to a document as plain values.
 *
 * @returns a new document; the given one stays as it is
 * @throws {OverlayError} as {@link planAction}
 */
export function applyOverlay(document: unknown, { actions }: Pick<Overlay, 'actions'>): unknown {
  const result = structuredClone(document);
  for (const action of actions) for (const edit of planAction(result, action)) applyEdit(result, edit);
  return result;
}

function applyEdit(document: unknown, edit: Edit): void {
  const { place } = edit;
  if (edit.kind === 'append') {
    const list = valueAt(document, place);
    if (Array.isArray(list)) list.push(structuredClone(edit.from.value));
    return;
  }
  const holder = valueAt(document, place.slice(0, -1));
  const key = place.at(-1) ?? '';
  if (edit.kind !== 'remove') Object.assign(holder ?? {}, { [key]: structuredClone(edit.from.value) });
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (isRecord(holder)) delete holder[key];
}

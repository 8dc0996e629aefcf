import { isDeepStrictEqual } from 'node:util';
import { applyOverlay } from './apply.ts';
import { followTarget } from './follow-target.ts';
import { insertTexts } from './insert-texts.ts';
import { selectPlaces } from './json-path.ts';
import { type ContractChange, placesAfter } from './moves.ts';
import { type Overlay, OverlayError, parseOverlay } from './overlay.ts';
import { isRecord, type Place, valueAt } from './place.ts';
import { renameKey } from './source-edit.ts';
import { removeAt } from './source-remove.ts';
import { spanOf, YamlSource } from './yaml-source.ts';

/**
 * Makes the overlay of another language follow a change of the contract: targets follow renamed nodes, texts of removed
 * nodes go, and the change's own texts are added in the contract's order.
 *
 * @param text the overlay with the texts, as it is written
 * @param change the contract before and after, see `fold`
 * @param added the change's own texts, as updates of the changed contract
 * @returns the overlay's text, for the changed contract
 * @throws {OverlayError} when a target cannot follow, or one of the change's own texts matches nothing
 */
export function foldTexts(text: string, change: ContractChange, added: Overlay): string {
  const followed = followActions(new YamlSource(text), change);
  const result = insertTexts(followed, change.after, added);
  const wanted = applyOverlay(applyOverlay(change.after, parseOverlay(followed.text)), added);
  if (!isDeepStrictEqual(applyOverlay(change.after, parseOverlay(result.text)), wanted)) {
    throw new OverlayError("The change's texts cannot be written into the overlay. Write them by hand.");
  }
  return result.text;
}

/** Makes every target and every text of the overlay fit the changed contract. */
function followActions(source: YamlSource, change: ContractChange): YamlSource {
  const { actions } = parseOverlay(source.text);
  // From the last action, so that the numbers of those before it stay true.
  return actions.reduceRight((current, { target }, index) => {
    const places = selectPlaces(change.before, target);
    const first = places.find((place) => placesAfter(change, place).length > 0);
    if (first === undefined) return removeAt(current, ['actions', index]);
    const followed = replaceText(current, ['actions', index, 'target'], target, followTarget(target, change));
    const texts = followTexts(followed, ['actions', index, 'update'], first, change);
    const left = valueAt(texts.value, ['actions', index, 'update']);
    return isRecord(left) && Object.keys(left).length === 0 ? removeAt(texts, ['actions', index]) : texts;
  }, source);
}

/** Removes the texts of removed nodes, and renames the texts of renamed nodes. */
function followTexts(source: YamlSource, at: Place, was: Place, change: ContractChange): YamlSource {
  const texts = valueAt(source.value, at);
  if (!isRecord(texts)) return source;
  return Object.keys(texts).reduce((current, name) => {
    const [now] = placesAfter(change, [...was, name]);
    if (now === undefined) return removeAt(current, [...at, name]);
    const inner = followTexts(current, [...at, name], [...was, name], change);
    const key = String(now.at(-1));
    return key === name ? inner : renameKey(inner, [...at, name], JSON.stringify(key));
  }, source);
}

/** Replaces the text of a scalar and keeps its quotes. */
function replaceText(source: YamlSource, place: Place, was: string, is: string): YamlSource {
  if (was === is) return source;
  const span = spanOf(source.node(place));
  const written = source.slice(span);
  return source.splice(span, written === was ? is : JSON.stringify(is));
}

import { selectPlaces, splitSegments } from './json-path.ts';
import { type ContractChange, placesAfter } from './moves.ts';
import { OverlayError } from './overlay.ts';
import { type Place, samePlace, toPointer } from './place.ts';

/**
 * Finds the JSONPath that selects after a change what `target` selected before it. Segment by segment, a name that was
 * renamed, or a value in a filter that was replaced, becomes the new one.
 *
 * @throws {OverlayError} when no such path is found
 */
export function followTarget(target: string, change: ContractChange): string {
  const wanted = selectedAfter(target, change);
  if (sameSet(selectPlaces(change.after, target), wanted)) return target;
  let [was, is] = ['$', '$'];
  for (const segment of splitSegments(target)) {
    was += segment;
    const places = selectedAfter(was, change);
    const next = candidates(segment, change).find((one) =>
      covers(selectPlaces(change.after, is + one), places),
    );
    if (next === undefined) break;
    is += next;
  }
  if (sameSet(selectPlaces(change.after, is), wanted)) return is;
  const pointers = wanted.map(toPointer).join(', ');
  throw new OverlayError(
    `The target ${target} no longer selects just ${pointers} after the change. Write another target for these texts.`,
  );
}

function selectedAfter(path: string, change: ContractChange): Place[] {
  return selectPlaces(change.before, path).flatMap((place) => placesAfter(change, place));
}

/** The segment itself, and with each of the new names and values in place of the old one. */
function candidates(segment: string, { moves, replaced }: ContractChange): string[] {
  const renamed = moves.flatMap((move) => ('to' in move ? [[move.from.at(-1), move.to.at(-1)]] : []));
  const pairs = [...renamed, ...replaced.map(({ was, is }) => [was, is])];
  const written = pairs.flatMap(([was, is]) => {
    if (typeof was !== 'string' || typeof is !== 'string') return [];
    const name = /^[A-Za-z_]\w*$/.test(is) ? `.${is}` : `[${quote(is)}]`;
    return segment === `.${was}` ? [name] : [segment.replaceAll(quote(was), quote(is))];
  });
  return [segment, ...written];
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function covers(places: readonly Place[], wanted: readonly Place[]): boolean {
  return wanted.every((place) => places.some((one) => samePlace(one, place)));
}

function sameSet(a: readonly Place[], b: readonly Place[]): boolean {
  return a.length === b.length && covers(a, b);
}

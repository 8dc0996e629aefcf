import { selectPlaces, splitSegments } from './json-path.ts';
import { type ContractChange, placesAfter } from './moves.ts';
import { OverlayError } from './overlay.ts';
import { type Place, samePlace, toPointer } from './place.ts';

/**
 * Finds the JSONPath that selects after a change what `target` selected before it. Segment by segment, a name that was
 * renamed, or a value in a filter that was replaced, becomes the new one. A copy may be selected, too.
 *
 * @throws {OverlayError} when no such path is found
 */
export function followTarget(target: string, change: ContractChange): string {
  if (selectsTheSame(target, target, change)) return target;
  let [was, is] = ['$', '$'];
  for (const segment of splitSegments(target)) {
    was += segment;
    const next = candidates(segment, change).find((one) => reaches(is + one, was, change));
    if (next === undefined) break;
    is += next;
  }
  if (selectsTheSame(is, target, change)) return is;
  const pointers = followed(target, change).flat().map(toPointer).join(', ');
  throw new OverlayError(
    `The target ${target} no longer selects just ${pointers} after the change. Write another target for these texts.`,
  );
}

/** For each place that a path selected, where it stands after the change; removed places are left out. */
function followed(path: string, change: ContractChange): Place[][] {
  const places = selectPlaces(change.before, path).map((place) => placesAfter(change, place));
  return places.filter((now) => now.length > 0);
}

/** Whether a path selects a present place of everything that the old path selected. */
function reaches(path: string, was: string, change: ContractChange): boolean {
  const selected = selectPlaces(change.after, path);
  return followed(was, change).every((now) => now.some((place) => includes(selected, place)));
}

/** Whether it also selects nothing else. */
function selectsTheSame(path: string, was: string, change: ContractChange): boolean {
  const wanted = followed(was, change).flat();
  const selected = selectPlaces(change.after, path);
  return reaches(path, was, change) && selected.every((place) => includes(wanted, place));
}

function includes(places: readonly Place[], place: Place): boolean {
  return places.some((one) => samePlace(one, place));
}

/** The segment itself, and the segment with each new name or value in place of the old one. */
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

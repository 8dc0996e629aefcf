import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { type Place, samePlace } from './place.ts';

/**
 * Selects places by a JSONPath (RFC 9535), with the library that Redocly CLI applies overlays with.
 *
 * @returns each place once, in the order of the document's keys; empty when the path matches nothing
 * @throws {SyntaxError} when the path is not a JSONPath
 */
export function selectPlaces(document: unknown, path: string): Place[] {
  const places: Place[] = [];
  exec(document as JsonValue, path, (_, keys) => {
    const place = keys.map((key) => (typeof key === 'number' ? key : unescapeKey(key)));
    if (!places.some((known) => samePlace(known, place))) places.push(place);
  });
  return places;
}

/** The library hands out keys as they stand in a normalized path (RFC 9535, 2.7): `'`, `\` and controls are escaped. */
function unescapeKey(key: string): string {
  if (!key.includes('\\')) return key;
  return JSON.parse(`"${key.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`);
}

/**
 * Splits a JSONPath into the texts of its segments, without the `$`: `$.a['b.c'][?@.d == ']']` →
 * `['.a', "['b.c']", "[?@.d == ']']"]`. Joined again they are the path.
 */
export function splitSegments(path: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 1;
  for (let index = 1; index < path.length; index++) {
    const char = path.charAt(index);
    if (quote !== '') {
      if (char === '\\') index++;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"') {
      quote = char;
    } else if (char === '[' || (char === '.' && depth === 0 && path[index - 1] !== '.')) {
      // `..[` and `..name` are one segment each.
      if (depth === 0 && index > start && !(char === '[' && path.slice(start, index) === '..')) {
        segments.push(path.slice(start, index));
        start = index;
      }
      if (char === '[') depth++;
    } else if (char === ']') {
      depth--;
    }
  }
  if (start < path.length) segments.push(path.slice(start));
  return segments;
}

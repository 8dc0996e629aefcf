/** A place in a document: the keys that lead to it from the root, indices of lists as numbers. */
export type Place = readonly (string | number)[];

/** True for two places with the same keys. */
export function samePlace(a: Place, b: Place): boolean {
  return a.length === b.length && startsWith(a, b);
}

/** True when `place` is `ancestor` itself or stands below it. */
export function startsWith(place: Place, ancestor: Place): boolean {
  return ancestor.every((key, index) => place[index] === key);
}

/** The value at a place; undefined where there is none. */
export function valueAt(document: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string | number, unknown>)[key];
  }, document);
}

/** A place as a JSON pointer (RFC 6901), for messages and for the ledger: `#/paths/~1v1`. */
export function toPointer(place: Place): string {
  return `#${place.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** Gives the position of a place in a document, see {@link placeOrder}. */
export type PlaceOrder = (place: Place) => number;

/** Numbers every place of a document in its order, a parent before its children. A place that it does not have comes last. */
export function placeOrder(document: unknown): PlaceOrder {
  const order = new Map(placesOf(document).map((place, index) => [JSON.stringify(place), index]));
  return (place) => order.get(JSON.stringify(place)) ?? Number.POSITIVE_INFINITY;
}

/** Every place of a document in its order, a parent before its children. */
export function placesOf(document: unknown): Place[] {
  const places: Place[] = [];
  const visit = (value: unknown, place: Place): void => {
    places.push(place);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...place, index]);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) visit(item, [...place, key]);
  };
  visit(document, []);
  return places;
}

/** True for an object that is not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A shorter key is made up for a test. It stands in other words too, and masking it would hide those. */
const SHORTEST = 8;

/** Gives a value back with the API key masked in every text and name within it. */
export type Mask = <Value>(value: Value) => Value;

/** Masks nothing, while there is no key yet. */
export const maskNothing: Mask = (value) => value;

/**
 * Makes the function that masks a key. A server may send the key back as it came, in any case, or as an address, a JSON
 * text, HTML or Base64 write it.
 */
export function createMask(key: string): Mask {
  if (key.length < SHORTEST) return maskNothing;
  const pattern = new RegExp([[...key].map(formsOf).join(''), ...base64Forms(key)].join('|'), 'gi');

  function mask(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(pattern, '***');
    if (Array.isArray(value)) return value.map(mask);
    if (!(value instanceof Object)) return value;
    return Object.fromEntries(Object.entries(value).map((entry) => entry.map(mask) as [string, unknown]));
  }
  return mask as Mask;
}

/** A character as it is, after backslashes, by its number as an address, JSON and HTML write it, and by a name of HTML's. */
function formsOf(character: string): string {
  const code = character.charCodeAt(0);
  return `(?:\\\\*${character.replace(/\W/, '\\$&')}|(?:%|\\\\u00|&#x0*)${code.toString(16)};?|&#0*${code};|&[a-z]+;)`;
}

/**
 * Base64 writes three bytes as four characters, so there are three ways to write a key, as zero, one or two bytes stand
 * before it. What its neighbours have a part in is left out. Two of its characters differ in addresses.
 */
function base64Forms(key: string): string[] {
  return [0, 1, 2].map((before) =>
    btoa(' '.repeat(before) + key)
      .slice(before && before + 1, ((before + key.length) * 4) / 3)
      .replace(/[+/]/g, '[-+/_]'),
  );
}

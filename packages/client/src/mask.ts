/** A shorter key is made up for a test. It stands in other words too, and masking it would hide those. */
const SHORTEST = 8;

/** Gives a value back with the API key masked in every text and name within it. */
export type Mask = <Value>(value: Value) => Value;

/** Masks nothing, while there is no key yet. */
export const maskNothing: Mask = (value) => value;

/**
 * Makes the function that masks a key. A server may send the key back as it came, in any case, or as an address, a JSON
 * text, HTML, hexadecimal digits or Base64 write it.
 */
export function createMask(key: string): Mask {
  if (key.length < SHORTEST) return maskNothing;
  const characters = [...key];
  const forms = [characters.map(formsOf).join(''), characters.map(hex).join(''), ...base64Forms(key)];
  const pattern = new RegExp(forms.join('|'), 'gi');

  function mask(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(pattern, '***');
    if (Array.isArray(value)) return value.map(mask);
    if (!(value instanceof Object)) return value;
    return Object.fromEntries(Object.entries(value).map((entry) => entry.map(mask) as [string, unknown]));
  }
  return mask as Mask;
}

/** A character as it is, after backslashes, percent-encoded, as JSON and JavaScript escape it, and as HTML does. */
function formsOf(character: string): string {
  const itself = character.replace(/\W/, '\\$&');
  const named = /[&<>"']/.test(character) ? '|&[a-z]+;' : '';
  const code = `(?:%|\\\\u00|\\\\x|&#x0*)${hex(character)};?|&#0*${character.charCodeAt(0)};`;
  return `(?:\\\\*${itself}|${code}${named})`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}

/**
 * Base64 writes three bytes as four characters, so there are three ways to write a key, as zero, one or two bytes stand
 * before it. What its neighbours have a part in is left out. Two of its characters differ in addresses.
 */
function base64Forms(key: string): string[] {
  return [0, 1, 2].map((before) =>
    btoa(' '.repeat(before) + key)
      .slice(before && before + 1, ((before + key.length) * 4) / 3)
      .replaceAll('+', '[+-]')
      .replaceAll('/', '[/_]'),
  );
}

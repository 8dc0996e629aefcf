/** A shorter key is made up for a test. It stands in other words too, and masking it would hide those. */
const SHORTEST = 8;

/**
 * Gives a value back with the API key masked in every text and name within it. A server may send the key back as it came, in
 * any case, or as an address, a JSON text, HTML or Base64 write it.
 */
export function mask<Value>(value: Value, key: string): Value {
  if (key.length < SHORTEST) return value;
  const pattern = new RegExp([[...key].map(formsOf).join(''), ...base64Forms(key)].join('|'), 'gi');

  function hide(within: unknown): unknown {
    if (typeof within === 'string') return within.replace(pattern, '***');
    if (Array.isArray(within)) return within.map(hide);
    if (Object(within) !== within) return within;
    return Object.fromEntries(hide(Object.entries(within as object)) as [string, unknown][]);
  }
  return hide(value) as Value;
}

/** A character as it is, after backslashes, by its number as an address, JSON and HTML write it, and by a name of HTML's. */
function formsOf(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  return `(?:\\\\*\\x${hex}|(?:%|\\\\u00|&#x0*)${hex};?|&#0*${code};|&[a-z]+;)`;
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

/** A shorter key is made up for a test, and it or its forms may be a part of other words. */
const SHORT = 7;

/**
 * Gives a value back with the API key masked in every text and name within it. A server may send the key back as it came,
 * or the way that an address, a JSON text or a header of a proxy writes it.
 *
 * @param key undefined while it is not known yet; then there is nothing to mask
 */
export function maskKey<Value>(key: string | undefined, value: Value): Value {
  if (key === undefined) return value;
  const forms = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), ...base64Forms(key)];
  const hideNames = key.length > SHORT;

  function mask(value: unknown): unknown {
    if (typeof value === 'string') return forms.reduce((text, form) => text.replaceAll(form, '***'), value);
    if (Array.isArray(value)) return value.map((item) => mask(item));
    if (!(value instanceof Object)) return value;
    const entries = Object.entries(value).map(([name, item]) => [hideNames ? mask(name) : name, mask(item)]);
    return Object.fromEntries(entries as [string, unknown][]);
  }
  return mask(value) as Value;
}

/**
 * Base64 writes three bytes as four characters, so there are three ways to write a key, as zero, one or two bytes stand
 * before it. What its neighbours have a part in is left out.
 */
function base64Forms(key: string): string[] {
  return [0, 1, 2]
    .map((before) =>
      btoa(' '.repeat(before) + key).slice(before && before + 1, ((before + key.length) * 4) / 3),
    )
    .filter((form) => form.length > SHORT);
}

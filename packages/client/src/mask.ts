/**
 * Gives a value back with the API key masked in every text and name within it. A server may send the key back as it came,
 * or the way that an address, a JSON text or a header of a proxy writes it.
 *
 * @param key undefined while it is not known yet; then there is nothing to mask
 */
export function maskKey<Value>(key: string | undefined, value: Value): Value {
  if (key === undefined) return value;
  // Base64 writes three characters as four: what is left over at the end depends on what follows.
  const whole = key.slice(0, key.length - (key.length % 3));
  const forms = [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), btoa(whole || key)];
  // A shorter one is made up for a test, and may be a part of the contract's own names.
  const hideNames = key.length > 7;

  function mask(value: unknown): unknown {
    if (typeof value === 'string') return forms.reduce((text, form) => text.replaceAll(form, '***'), value);
    if (Array.isArray(value)) return value.map((item) => mask(item));
    if (!(value instanceof Object)) return value;
    const entries = Object.entries(value).map(([name, item]) => [hideNames ? mask(name) : name, mask(item)]);
    return Object.fromEntries(entries as [string, unknown][]);
  }
  return mask(value) as Value;
}

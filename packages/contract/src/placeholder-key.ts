/** A text given in place of a key: a placeholder with its braces, or the word for a missing value. */
export type PlaceholderKey = 'braces' | 'word';

/**
 * Tells a placeholder from a key: `{api_key}` of the documentation, `{{api_key}}` or `${API_KEY}` of a tool that did not fill it
 * in, or what JavaScript, Java and Python write for a variable that is not set.
 *
 * @returns undefined for what may be a key
 */
export function placeholderKey(key: string): PlaceholderKey | undefined {
  if (/^\$?\{.*\}$/.test(key)) return 'braces';
  return /^(undefined|null|None)$/.test(key) ? 'word' : undefined;
}

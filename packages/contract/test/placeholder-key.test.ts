import { describe, expect, it } from 'vitest';
import { placeholderKey } from '../src/placeholder-key.ts';

describe('A placeholder is told from a key', () => {
  it.each(['{api_key}', '{{api_key}}', '\x24{API_KEY}', '{}'])('by its braces: %s', (key) => {
    expect(placeholderKey(key)).toBe('braces');
  });
  it.each(['undefined', 'null', 'None'])('by the word of a variable that is not set: %s', (key) => {
    expect(placeholderKey(key)).toBe('word');
  });
  it.each(['any', 'Null', 'nullable', '$key', 'a{b}', '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b'])(
    'and a key is not taken for one: %s',
    (key) => {
      expect(placeholderKey(key)).toBeUndefined();
    },
  );
});

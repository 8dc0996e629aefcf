import { describe, expect, it } from 'vitest';
import { CommandError } from '../src/command-error.ts';
import { loadContract } from '../src/contract.ts';
import { createKeyMask, createKeySearch } from '../src/key-mask.ts';
import { checkServerAddress } from '../src/server-address.ts';

const contract = await loadContract();
const KEY = 'Secret-Key-"9f2c&4e7a';

describe('The server that a command may talk to', () => {
  it.each(['https://test.ax-cloud.com', 'http://127.0.0.1:4010', 'http://localhost:1/', 'http://[::1]:80'])(
    '%s',
    (url) => {
      expect(checkServerAddress(url, contract, 'Never.').origin).toBe(new URL(url).origin);
    },
  );

  it.each([
    ['an invalid URL', 'user:secret', 'is not a valid URL. Set it to https://test.ax-cloud.com.'],
    ['plain http', 'http://test.ax-cloud.com', 'Set an https address'],
    [
      'production',
      'https://prod.ax-cloud.com',
      "AX Cloud's production, where real orders are cancelled. Never.",
    ],
    ['production with a dot', 'https://prod.ax-cloud.com.', "AX Cloud's production"],
    ['a path', 'https://test.ax-cloud.com/v1', 'more than scheme, host and port'],
    ['a user', 'https://secret@test.ax-cloud.com', 'more than scheme, host and port'],
  ])('is refused in words for %s, without repeating what may be a key', (_, url, message) => {
    const check = () => checkServerAddress(url, contract, 'Never.');
    expect(check).toThrow(CommandError);
    expect(check).toThrow(message);
    expect(check).not.toThrow('secret');
  });
});

describe('The mask of keys', () => {
  const mask = createKeyMask([KEY, '']);

  it.each([
    ['as it is', KEY],
    ['in another case', KEY.toUpperCase()],
    ['in a URL', encodeURIComponent(KEY)],
    ['in JSON', JSON.stringify(KEY).slice(1, -1)],
    ['in Base64', Buffer.from(`${KEY}:`).toString('base64').slice(0, 28)],
    ['cut at its end', KEY.slice(0, -1)],
    ['cut at its start', KEY.slice(1)],
  ])('hides a key %s', (_, form) => {
    expect(mask(`before ${form} after`)).toMatch(/^before .?\*\*\*.? after$/);
    expect(createKeySearch(KEY)(`before ${form} after`)).toBe(true);
  });

  it('leaves a short key in longer words', () => {
    expect(createKeyMask(['able'])('able tables')).toBe('*** tables');
    expect(createKeySearch('a')('a')).toBe(false);
  });
});

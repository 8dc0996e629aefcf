import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '@ax-cloud/contract/command-error';
import { loadContract } from '@ax-cloud/contract/contract';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings, unknownVariables } from '../src/settings.ts';

const contract = await loadContract();
const KEYED = { AX_BASE_URL: 'https://test.ax-cloud.com', AX_API_KEY: 'key' };

test('without AX_BASE_URL the mock is tested', () => {
  expect(readSettings({}, contract)).toMatchObject({ target: 'mock', baseUrl: '' });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['production', { ...KEYED, AX_BASE_URL: 'https://prod.ax-cloud.com' }, /never run there/],
  [
    'production in capital letters and with a final dot',
    { ...KEYED, AX_BASE_URL: 'https://PROD.ax-cloud.com./' },
    /never run there/,
  ],
  ['a server without a key', { AX_BASE_URL: 'https://test.ax-cloud.com' }, /AX_API_KEY is not set\. Set it/],
  ['a key with a space', { ...KEYED, AX_API_KEY: 'Token key' }, /AX_API_KEY holds a space/],
  [
    'plain HTTP to another machine',
    { ...KEYED, AX_BASE_URL: 'http://test.ax-cloud.com' },
    /Set an https address/,
  ],
  [
    'an address with a path',
    { ...KEYED, AX_BASE_URL: 'https://test.ax-cloud.com/v1' },
    /Set it to "https:\/\/test/,
  ],
  ['a dot segment for an order', { ...KEYED, AX_ORDER_CODES: 'a,..' }, /AX_ORDER_CODES holds "\.\."/],
  ['production with a path', { ...KEYED, AX_BASE_URL: 'https://prod.ax-cloud.com/v1' }, /never run there/],
  ['an address that is not a URL', { ...KEYED, AX_BASE_URL: 'test' }, /not a valid URL/],
  ['one key for both variables', { ...KEYED, AX_INVALID_API_KEY: 'key' }, /AX_INVALID_API_KEY is the same/],
  ['a time limit with a unit', { ...KEYED, AX_TIMEOUT_MS: '1s' }, /AX_TIMEOUT_MS is "1s"/],
  ['a missing file', { ...KEYED, AX_ORDER_CODES: '@/no/such/file' }, /cannot be read/],
])('%s is refused, and the message names the variable', (_, env, message) => {
  expect(() => readSettings(env, contract)).toThrow(CommandError);
  expect(() => readSettings(env, contract)).toThrow(message);
});

test('order codes are separated by commas or line breaks, and duplicates are dropped', () => {
  const { orderCodes } = readSettings({ ...KEYED, AX_ORDER_CODES: 'a, b\r\nc,,a\n' }, contract);
  expect(orderCodes).toEqual(['a', 'b', 'c']);
});

test('order codes can be read from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orders-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'orders.txt'), 'a\nb\n');
  const { orderCodes } = readSettings(
    { ...KEYED, AX_ORDER_CODES: `@${join(folder, 'orders.txt')}` },
    contract,
  );
  expect(orderCodes).toEqual(['a', 'b']);
});

test('a misspelt variable is reported, but a variable of the mock is not', () => {
  expect(unknownVariables({ ...KEYED, AX_ORDER_CODE: 'a', AX_MOCK_PORT: '1', PATH: 'x' })).toEqual([
    'AX_ORDER_CODE',
  ]);
});

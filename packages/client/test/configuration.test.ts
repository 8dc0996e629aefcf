import { expect, test } from 'vitest';
import { type ChannelClientOptions, createChannelClient } from '../src/index.ts';

const make = (options: unknown) => () => createChannelClient(options as ChannelClientOptions);

test.each<[string, unknown, RegExp]>([
  ['no key', { environment: 'test' }, /apiKey is missing\. Give the key/],
  ['an empty key', { apiKey: '', environment: 'test' }, /apiKey is empty/],
  ['a key with the word Token', { apiKey: 'Token abc', environment: 'test' }, /without the word "Token"/],
  ['a key with a line break', { apiKey: 'abc\n', environment: 'test' }, /line break/],
  ['neither server', { apiKey: 'k' }, /Neither environment nor baseUrl.*"test" or "production"/],
  [
    'both servers',
    { apiKey: 'k', environment: 'test', baseUrl: 'http://127.0.0.1:4010' },
    /Both environment and baseUrl/,
  ],
  [
    'an unknown environment',
    { apiKey: 'k', environment: 'staging' },
    /"staging".*Give "test" or "production"/,
  ],
  ['an inherited name as environment', { apiKey: 'k', environment: 'toString' }, /does not have/],
  ['a base URL that is none', { apiKey: 'k', baseUrl: 'test.ax-cloud.com' }, /no http address/],
  ['plain http beyond this machine', { apiKey: 'k', baseUrl: 'http://test.ax-cloud.com' }, /Write https/],
  ['a base URL with a password', { apiKey: 'k', baseUrl: 'https://u:p@test.ax-cloud.com' }, /holds a user/],
  ['retries below zero', { apiKey: 'k', environment: 'test', retries: -1 }, /retries is -1/],
  ['a time limit of zero', { apiKey: 'k', environment: 'test', timeoutMs: 0 }, /timeoutMs is 0/],
])('%s is refused at once, with what to write', (_, options, message) => {
  expect(make(options)).toThrow(TypeError);
  expect(make(options)).toThrow(message);
});

test('a refused key is not printed', () => {
  expect(make({ apiKey: 'secret key', environment: 'test' })).not.toThrow(/secret/);
});

test.each([
  ['', { status: 'Traveler cancel' }, /axOrderCode/],
  ['.', { status: 'Traveler cancel' }, /axOrderCode/],
  ['..', { status: 'Traveler cancel' }, /axOrderCode/],
  ['\ud800', { status: 'Traveler cancel' }, /axOrderCode/],
  ['order\n', { status: 'Traveler cancel' }, /axOrderCode/],
  ['order', { status: 'Traveler cancel', comment: '\udc00' }, /comment holds half a character/],
  ['order', { status: 'New' }, /"Traveler cancel" or "Unavoidable cancel"/],
  ['order', { status: 'traveler cancel' }, /spelt exactly/],
  ['order', { status: 'Traveler cancel', comment: 1 }, /comment is of type number/],
])('the order code %j with %j is refused before anything is sent', async (code, input, message) => {
  let sent = false;
  const fetch = async () => {
    sent = true;
    return new Response();
  };
  const channel = createChannelClient({ apiKey: 'key', environment: 'test', fetch });
  await expect(channel.cancelTourOrder(code, input as never)).rejects.toThrow(message);
  await expect(channel.cancelTourOrder(code, input as never)).rejects.toThrow(TypeError);
  expect(sent).toBe(false);
});

test('a function that gives a malformed key is refused before anything is sent', async () => {
  const channel = createChannelClient({ apiKey: () => 'a b', environment: 'test' });
  await expect(channel.cancelTourOrder('order', { status: 'Traveler cancel' })).rejects.toThrow(/apiKey/);
});

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawRequest, sendRaw } from './connection.ts';
import { orderPath, VALID } from './pinned.ts';
import { echo, lines, respondWith, verdict } from './proxy.ts';

const PATH = orderPath();
const BODY = JSON.stringify(VALID);
const LARGE = { detail: 'x'.repeat(5_000_000) };

describe('A success is read in every coding that a client may ask for:', () => {
  const codings: [string, Uint8Array][] = [
    ['gzip', gzipSync(JSON.stringify(echo))],
    ['GZip', gzipSync(JSON.stringify(echo))],
    ['br', brotliCompressSync(JSON.stringify(echo))],
    ['deflate', deflateSync(JSON.stringify(echo))],
    ['deflate', deflateRawSync(JSON.stringify(echo))],
    ['zstd', zstdCompressSync(JSON.stringify(echo))],
    ['identity', Buffer.from(JSON.stringify(echo))],
    ['gzip, br', brotliCompressSync(gzipSync(JSON.stringify(echo)))],
  ];
  it.each(codings)('%s', async (coding, bytes) => {
    const proxy = await respondWith(200, bytes, { 'content-encoding': coding });
    expect(await verdict(proxy.url)).toEqual([]);
    expect(lines[0]).toMatch(/ 200 as the contract says$/);
  });
});

describe('A body that could not be read is neither right nor wrong:', () => {
  const whose = 'not checked: the body of the response, because';
  it.each<[string, unknown, Record<string, string>, string]>([
    ['too large', LARGE, {}, 'it is larger than 1 MiB'],
    [
      'too large once decoded',
      gzipSync(JSON.stringify(LARGE)),
      { 'content-encoding': 'gzip' },
      'it is larger than 4 MiB once decoded',
    ],
    [
      'an unknown coding',
      'x',
      { 'content-encoding': 'compress' },
      'its Content-Encoding is none that the proxy knows',
    ],
  ])('%s', async (_, body, headers, why) => {
    const proxy = await respondWith(200, body, headers);
    expect(await verdict(proxy.url)).toEqual([`  ${whose} ${why}.`]);
    expect(lines[0]).toMatch(/ 200 as the contract says, as far as it was checked$/);
    expect(proxy.tally.summary()).toEqual([
      '0 of 1 exchanges broke the contract. Not checked completely: 1.',
    ]);
  });

  it('a large request', async () => {
    const proxy = await respondWith(200, { ...echo, ax_order_status: 'New' });
    expect(await verdict(proxy.url, { body: { ...VALID, comment: 'x'.repeat(2_000_000) } })).toEqual([
      '  not checked: the body of the request, because it is larger than 1 MiB.',
    ]);
  });
});

describe('A body that is not what its headers say is reported once:', () => {
  it.each<[string, unknown, Record<string, string>, string]>([
    ['no media type', JSON.stringify(echo), { 'content-type': '' }, 'Content-Type is not application/json.'],
    ['a malformed media type', echo, { 'content-type': ';' }, 'Content-Type is not application/json.'],
    [
      'another JSON type',
      echo,
      { 'content-type': 'application/problem+json' },
      'Content-Type is not application/json.',
    ],
    ['a byte order mark', `\uFEFF${JSON.stringify(echo)}`, {}, 'The body is not JSON in UTF-8.'],
    [
      'another encoding of characters',
      Buffer.from('{"detail":"\xc3"}', 'latin1'),
      {},
      'The body is not JSON in UTF-8.',
    ],
    [
      'another coding',
      echo,
      { 'content-encoding': 'gzip' },
      'The body is not encoded as its Content-Encoding says.',
    ],
    ['null', 'null', {}, 'body must be object.'],
    ['nothing', '', {}, 'body must be object.'],
  ])('%s', async (_, body, headers, message) => {
    const proxy = await respondWith(200, body, headers);
    expect(await verdict(proxy.url)).toEqual([`  response: ${message}`]);
  });

  it.each(['', ';', 'json', 'application/problem+json', 'text/secret-key'])(
    'a request with the media type "%s"',
    async (type) => {
      const proxy = await respondWith(200, echo);
      expect(await verdict(proxy.url, { headers: { 'content-type': type } })).toEqual([
        '  request: Content-Type is not application/json.',
      ]);
    },
  );

  it('a request with a byte order mark', async () => {
    const proxy = await respondWith(200, echo);
    expect(await verdict(proxy.url, { body: `\uFEFF${BODY}` })).toEqual([
      '  request: The body is not JSON in UTF-8.',
    ]);
  });

  it('but parameters of the right media type do not matter', async () => {
    const proxy = await respondWith(200, echo, { 'content-type': 'Application/JSON;charset' });
    expect(await verdict(proxy.url, { headers: { 'content-type': 'application/json;charset' } })).toEqual([]);
  });
});

describe('The key is not as the contract writes it:', () => {
  const FORM = 'Authorization is not "Token", a space and the key.';
  it.each<[string, string]>([
    ['TOKEN secret-key', FORM],
    ['Token  secret-key', FORM],
    ['secret-key', FORM],
    ['Token {secret-key}', 'The key in Authorization still has the braces of the placeholder.'],
  ])('%s', async (authorization, message) => {
    const proxy = await respondWith(200, echo);
    expect(await verdict(proxy.url, { headers: { authorization } })).toEqual([`  request: ${message}`]);
  });

  it('sent twice', async () => {
    const proxy = await respondWith(200, echo);
    const twice = ['Authorization: Token other', 'Connection: close'];
    await sendRaw(proxy.url, rawRequest(PATH, BODY, twice));
    await expect.poll(() => lines).toContain('  request: Authorization was sent more than once.');
  });
});

describe('No line holds the key or a password, wherever it was sent:', () => {
  // The key of every raw request.
  const key = 'any-key';
  it.each([
    `/v1/${key}`,
    `/v1/${btoa(key)}`,
    `${PATH}#${key}`,
    `http://user:${key}@localhost${PATH}?key=${key}`,
  ])('%s', async (path) => {
    const proxy = await respondWith(200, echo, { 'content-type': `text/${key}` });
    await sendRaw(proxy.url, rawRequest(path, BODY, ['Connection: close']));
    await expect.poll(() => lines[1]).toContain('PATCH /v1/');
    expect(lines.join('\n')).not.toMatch(/any-key|YW55LWtl/);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { open, rawRequest, sendRaw, statuses } from './connection.ts';
import { useMock } from './mock.ts';
import { example, orderPath, PINNED, send, VALID } from './pinned.ts';

const mock = useMock(PINNED);
const PATH = orderPath();
const BODY = JSON.stringify(VALID);
const CLOSE = ['Connection: close'];

afterEach(async () => {
  // Whatever a test sent, the next client gets its response.
  expect((await send(mock.url)).status).toBe(200);
});

/** The response to an unreadable request: complete, in JSON, and the last one of its connection. */
function expectRefusal(received: string, status: number) {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  expect(statuses(received)).toEqual([status]);
  expect(head).toMatch(/^content-type: application\/json$/im);
  expect(head).toMatch(/^connection: close$/im);
  expect(JSON.parse(body)).toEqual({ detail: expect.any(String) });
}

describe('Malformed HTTP is refused in JSON, and ends the connection:', () => {
  it.each<[string, string, number]>([
    ['no request at all', 'hello\r\n\r\n', 400],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['an unknown method', `CANCEL ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`, 400],
    ['a method in lower case', `patch ${PATH} HTTP/1.1\r\nHost: x\r\n\r\n`, 400],
    ['two lengths', rawRequest(PATH, BODY, ['Content-Length: 3']), 400],
    ['a length and chunks', rawRequest(PATH, BODY, ['Transfer-Encoding: chunked']), 400],
    ['a negative length', `PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`, 400],
    ['a null byte in a header', `PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n`, 400],
    ['a header of 100 kB', rawRequest(PATH, BODY, [`X-Long: ${'x'.repeat(100_000)}`]), 431],
    ['a path of 100 kB', rawRequest(`${PATH}${'x'.repeat(100_000)}`, BODY), 431],
    [
      'a chunk without a size',
      `PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Token k\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
      400,
    ],
  ])('%s', async (_, bytes, status) => {
    expectRefusal(await sendRaw(mock.url, Buffer.from(bytes, 'latin1')), status);
  });
});

it('HTTP/1.1 without Host is refused, HTTP/1.0 without it is not', async () => {
  const head = `Authorization: Token k\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n`;
  const without = await sendRaw(
    mock.url,
    `PATCH ${PATH} HTTP/1.1\r\n${head}Connection: close\r\n\r\n${BODY}`,
  );
  expectRefusal(without, 400);
  expect(without).toContain('Host');
  expect(statuses(await sendRaw(mock.url, `PATCH ${PATH} HTTP/1.0\r\n${head}\r\n${BODY}`))).toEqual([200]);
});

it('A whole URL as the target, as a proxy gets it, is read as its path', async () => {
  const received = await sendRaw(mock.url, rawRequest(`http://test.ax-cloud.com${PATH}`, BODY, CLOSE));
  expect(statuses(received)).toEqual([200]);
});

it.each(['*', '//', '/?', '?x', PATH.slice(1), `${PATH}#x`])(
  'The target "%s" gets a response',
  async (target) => {
    const [status = 0] = statuses(await sendRaw(mock.url, rawRequest(target, BODY, CLOSE)));
    expect([200, 400, 404]).toContain(status);
  },
);

it('"Expect: 100-continue" is met, another expectation is refused', async () => {
  const met = await sendRaw(mock.url, rawRequest(PATH, BODY, [...CLOSE, 'Expect: 100-continue']));
  expect(statuses(met)).toEqual([100, 200]);
  expectRefusal(await sendRaw(mock.url, rawRequest(PATH, BODY, ['Expect: a-miracle'])), 417);
});

it('An offered upgrade is ignored', async () => {
  const received = await sendRaw(
    mock.url,
    rawRequest(PATH, BODY, ['Connection: Upgrade, close', 'Upgrade: h2c']),
  );
  expect(statuses(received)).toEqual([200]);
});

it('A request for a tunnel (CONNECT) is closed', async () => {
  expect(await sendRaw(mock.url, 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n')).toBe('');
});

describe('A path that leads elsewhere is not found, with or without a key:', () => {
  it.each([
    '.',
    '..',
    '%2e',
    '%2E%2e',
    'a%2Fb',
    '%2F',
    '..%2Fx',
    '%00',
    'a%00b',
    '%FF',
    '%',
    '%zz',
    'x/../y',
    'x//y',
  ])('%s', async (segment) => {
    const path = `${orderPath('')}${segment}`;
    const received = await sendRaw(mock.url, rawRequest(path, BODY, CLOSE));
    expect(statuses(received)).toEqual([404]);
    expect(received).toMatch(/^content-type: application\/json\r$/m);
  });
});

it('An order code of ten thousand letters is refused like any malformed one', async () => {
  const { status, json } = await send(mock.url, { orderCode: 'x'.repeat(10_000) });
  expect([status, json]).toEqual([404, example(404, 'malformedOrder')]);
});

describe('A body that is not JSON in UTF-8 gets the contract’s 400:', () => {
  it.each<[string, string | Buffer]>([
    ['broken', '{ "ax_status": '],
    ['in Latin-1', Buffer.from('{ "comment": "\xe9" }', 'latin1')],
    ['in UTF-16', Buffer.from(BODY, 'utf16le')],
    ['with a byte order mark', `\uFEFF${BODY}`],
    ['a null byte', '\0'],
    ['white space', ' \r\n'],
    ['NaN', '{ "ax_status": NaN }'],
    ['compressed', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
    ['single quotes', "{ 'ax_status': 'New' }"],
    ['two documents', `${BODY}${BODY}`],
  ])('%s', async (_, body) => {
    const { status, json } = await send(mock.url, { body });
    expect([status, json]).toEqual([400, example(400, 'unreadableBody')]);
  });
});

it('If a key appears twice, the last one counts', async () => {
  const twice = (first: string, last: string) =>
    `{ "ax_status": "${first}", "ax_status": "${last}", "channel_status": "New" }`;
  expect((await send(mock.url, { body: twice('x', 'New') })).json).toHaveProperty('ax_order_status', 'New');
  expect((await send(mock.url, { body: twice('New', 'x') })).status).toBe(400);
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'A field named "%s" is not mistaken for a status',
  async (name) => {
    const body = `{ "${name}": { "ax_status": "New", "channel_status": "New" } }`;
    expect((await send(mock.url, { body })).json).toEqual(example(400, 'missingFields'));
  },
);

it('A comment may hold null bytes and lone surrogates, a status may not', async () => {
  const comment = '{ "ax_status": "New", "channel_status": "New", "comment": "\\u0000\\ud800" }';
  expect((await send(mock.url, { body: comment })).status).toBe(200);
  const status = '{ "ax_status": "New\\u0000", "channel_status": "\\ud800" }';
  expect((await send(mock.url, { body: status })).json).toEqual({
    ax_status: [expect.any(String)],
    channel_status: [expect.any(String)],
  });
});

it('Pipelined requests get their responses in order', async () => {
  const requests = Array.from({ length: 50 }, (_, index) => rawRequest(PATH, index % 2 ? '{' : BODY));
  const received = await sendRaw(mock.url, requests.join('') + rawRequest(PATH, BODY, CLOSE));
  expect(statuses(received)).toEqual([...requests.map((_, index) => (index % 2 ? 400 : 200)), 200]);
});

it('A request that is followed by garbage gets its response, and the connection ends', async () => {
  for (const garbage of [
    '\x01\x02\x03 garbage\r\n\r\n',
    `PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ])
    expect(statuses(await sendRaw(mock.url, rawRequest(PATH, BODY) + garbage))).toEqual([200]);
});

it('A client that closes its half of the connection after its request gets the response', async () => {
  const { socket, received } = await open(mock.url);
  socket.end(rawRequest(PATH, BODY));
  expect(statuses(await received)).toEqual([200]);
});

it('A client that closes its half in the middle of a body is refused', async () => {
  const { socket, received } = await open(mock.url);
  socket.end(rawRequest(PATH, BODY).slice(0, -10));
  expectRefusal(await received, 400);
});

it('A body over 1 MiB gets 413 even if its rest never comes', async () => {
  const { socket, received } = await open(mock.url);
  socket.write(`PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n`);
  socket.write('x'.repeat(1024 * 1024 + 1));
  await expect.poll(() => socket.bytesRead).toBeGreaterThan(0);
  socket.end();
  expect(statuses(await received)).toEqual([413]);
});

it('A body without an end is cut off', async () => {
  const { socket, received } = await open(mock.url);
  socket.write(`PATCH ${PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
  const sending = setInterval(
    () => socket.writable && socket.writableLength < 4 * chunk.length && socket.write(chunk),
  );
  expect(statuses(await received)).toEqual([413]);
  clearInterval(sending);
});

it('A thousand idle connections do not delay a response', async () => {
  const idle = await Promise.all(Array.from({ length: 1000 }, () => open(mock.url)));
  for (const { socket } of idle.slice(500)) socket.write('PATCH /v1/chan');
  expect((await send(mock.url)).status).toBe(200);
  for (const { socket } of idle) socket.destroy();
});

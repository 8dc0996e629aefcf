import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { open, rawRequest, sendRaw, statuses } from './connection.ts';
import { orderPath, send, VALID } from './pinned.ts';
import { echo, lines, proxyTo } from './proxy.ts';

const PATH = orderPath();
const BODY = JSON.stringify(VALID);
const TEXT = JSON.stringify(echo);
const CLOSE = ['Connection: close'];
const SUCCESS = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${TEXT.length}\r\n\r\n${TEXT}`;
const CHUNKED =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n' +
  `${TEXT.length.toString(16)}\r\n${TEXT}\r\n0\r\nX-Sum: 7\r\n\r\n`;

/** Starts a server that does something with its connection when a request begins to arrive, and a proxy in front of it. */
async function proxyToSocket(arrive: (socket: Socket, head: string) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('data', (chunk) => arrive(socket, chunk.toString()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  const proxy = await proxyTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  return { proxy, sockets };
}

it('A server that closes its connection after each response without saying so fails no request', async () => {
  const { proxy } = await proxyToSocket((socket) => {
    socket.write(SUCCESS);
    setTimeout(() => socket.end(), 1);
  });
  for (let count = 0; count < 100; count += 1) {
    expect((await send(proxy.url)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, count % 3));
  }
});

it('A client that goes away ends the request at the server, and is the one who is said to have left', async () => {
  const { proxy, sockets } = await proxyToSocket(() => {});
  const { socket } = await open(proxy.url);
  socket.write(rawRequest(PATH, BODY));
  await expect.poll(() => sockets.size).toBe(1);
  socket.destroy();
  await expect
    .poll(() => lines.slice(1))
    .toEqual([`PATCH ${PATH} got no response: the client ended the connection`]);
  await expect.poll(() => [...sockets].every(({ destroyed }) => destroyed)).toBe(true);
});

it('A response that breaks off has its status in the log', async () => {
  const { proxy } = await proxyToSocket((socket) => socket.end(SUCCESS.slice(0, -1)));
  await send(proxy.url).catch(() => undefined);
  await expect.poll(() => lines.slice(1)).toEqual([`PATCH ${PATH} 200 broke off: aborted`]);
  expect(proxy.tally.summary()).toEqual([
    '0 of 0 exchanges broke the contract. 1 more got no whole response.',
  ]);
});

it('A server that responds before it has the whole request is checked as far as possible', async () => {
  const { proxy } = await proxyToSocket((socket) => {
    if (!socket.writableEnded) socket.end(SUCCESS);
  });
  await sendRaw(proxy.url, rawRequest(PATH, 'x'.repeat(8_000_000), CLOSE));
  await expect
    .poll(() => lines.slice(1))
    .toEqual([
      `PATCH ${PATH} 200 as the contract says, as far as it was checked`,
      '  not checked: the body of the request, because the server responded before it was whole.',
    ]);
});

it('A client that uploads while the server is down gets the 502, and its connection can be used again', async () => {
  const proxy = await proxyTo('http://127.0.0.1:1');
  const upload = rawRequest(PATH, 'x'.repeat(8_000_000));
  const received = await sendRaw(proxy.url, `${upload}${rawRequest(PATH, BODY, CLOSE)}`);
  expect(statuses(received)).toEqual([502, 502]);
});

it('A server that switches to another protocol gets a 502 instead of silence', async () => {
  const { proxy } = await proxyToSocket((socket) =>
    socket.write('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  );
  expect((await send(proxy.url)).status).toBe(502);
});

it('Trailers are passed back', async () => {
  const { proxy } = await proxyToSocket((socket) => socket.end(CHUNKED));
  expect(await sendRaw(proxy.url, rawRequest(PATH, BODY, CLOSE))).toContain('\r\n0\r\nX-Sum: 7\r\n\r\n');
});

it('A client of HTTP/1.0 gets no chunks, and the server a Host', async () => {
  let head = '';
  const { proxy } = await proxyToSocket((socket, text) => {
    head = text;
    socket.end(CHUNKED);
  });
  const old = rawRequest(PATH, BODY).replace('HTTP/1.1', 'HTTP/1.0').replace('Host: localhost\r\n', '');
  const received = await sendRaw(proxy.url, old);
  expect(received.endsWith(`\r\n\r\n${TEXT}`)).toBe(true);
  expect(received).not.toMatch(/transfer-encoding/i);
  expect(head).toMatch(/\r\nHost: 127\.0\.0\.1:\d+\r\n/);
});

it('Headers that Connection names, and a whole URL as the target, end at the proxy', async () => {
  let head = '';
  const { proxy } = await proxyToSocket((socket, text) => {
    head = text;
    socket.end(SUCCESS);
  });
  const upgrade = ['Connection: Upgrade, HTTP2-Settings, close', 'Upgrade: h2c', 'HTTP2-Settings: AAA'];
  await sendRaw(proxy.url, rawRequest(`http://elsewhere:1${PATH}`, BODY, upgrade));
  expect(head).toMatch(new RegExp(`^PATCH ${PATH} HTTP/1.1\r\n`));
  expect(head).not.toMatch(/upgrade|http2-settings/i);
  await expect.poll(() => lines.slice(1)).toEqual([`PATCH ${PATH} 200 as the contract says`]);
});

it('A method without a body is not sent with chunks', async () => {
  let head = '';
  const { proxy } = await proxyToSocket((socket, text) => {
    head = text;
    socket.end(SUCCESS);
  });
  await sendRaw(proxy.url, `QUERY ${PATH} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(head).not.toMatch(/transfer-encoding/i);
});

it('A proxy that closes counts what it has passed on, and what it cuts off', async () => {
  const { proxy } = await proxyToSocket((socket, text) => {
    if (text.includes('late')) return;
    socket.end(SUCCESS);
  });
  const late = send(proxy.url, { headers: { 'x-when': 'late' } }).catch(() => undefined);
  await Promise.all(Array.from({ length: 20 }, () => send(proxy.url)));
  await proxy.close();
  expect(proxy.tally.summary()).toEqual([
    '0 of 20 exchanges broke the contract. 1 more got no whole response.',
  ]);
  await late;
}, 20_000);

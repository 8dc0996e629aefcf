import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { orderPath, PINNED, send, VALID } from './pinned.ts';

const BODY = JSON.stringify(VALID);
const HEAD = [
  `PATCH ${orderPath()} HTTP/1.1`,
  'Host: localhost',
  'Authorization: Token any-key',
  'Content-Type: application/json',
  `Content-Length: ${BODY.length}`,
  '',
  '',
].join('\r\n');

/** Starts a mock, and sends it only the head of a request. */
async function startHalf() {
  const lines: string[] = [];
  const mock = await startMock({ ...PINNED, port: 0, log: (line) => lines.push(line) });
  const socket = connect(mock.port, '127.0.0.1').setEncoding('utf8');
  await once(socket, 'connect');
  socket.write(HEAD);
  // A response to a later request shows that the head of this one has been read.
  await send(mock.url);
  return { mock, socket, lines };
}

it('A closing mock responds to the request that it is reading, and ends the connection', async () => {
  const { mock, socket } = await startHalf();
  const closed = mock.close();
  socket.write(BODY);
  let received = '';
  for await (const chunk of socket) received += chunk;
  expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(received).toMatch(/^connection: close\r$/im);
  await closed;
});

it('A closed mock accepts no connections', async () => {
  const mock = await startMock({ ...PINNED, port: 0 });
  await mock.close();
  await expect(send(mock.url)).rejects.toThrow('ECONNREFUSED');
});

it('A closing mock cuts off a request that does not end', { timeout: 15_000 }, async () => {
  const { mock, socket } = await startHalf();
  socket.resume();
  const cut = once(socket, 'close');
  await mock.close();
  await cut;
});

it('An idle connection does not delay closing', async () => {
  const mock = await startMock({ ...PINNED, port: 0 });
  const response = await fetch(`${mock.url}/_mock/health`);
  await response.text();
  await mock.close();
});

it('A mock may be closed more than once', async () => {
  const mock = await startMock({ ...PINNED, port: 0 });
  await Promise.all([mock.close(), mock.close()]);
  await mock.close();
});

it('A client that disconnects in the middle of a request is logged, but not as a failure of the mock', async () => {
  const { mock, socket, lines } = await startHalf();
  socket.destroy();
  await expect.poll(() => lines.join('\n')).toContain(`${orderPath()} did not arrive completely`);
  expect((await send(mock.url)).status).toBe(200);
  await mock.close();
});

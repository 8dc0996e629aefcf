import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import { expect, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { startProxy } from '../src/proxy/proxy.ts';
import type { Deviation } from './exchange.ts';
import { contract, example, ORDER, send } from './pinned.ts';

/** The log of the proxy that was started last. */
export const lines: string[] = [];

/** Starts a proxy in front of an address. */
export async function proxyTo(upstream: string, followed: Contract = contract) {
  lines.splice(0);
  const proxy = await startProxy({
    upstream: new URL(upstream),
    port: 0,
    host: '127.0.0.1',
    log: (line) => lines.push(line),
    contract: followed,
  });
  onTestFinished(() => proxy.close());
  return proxy;
}

/** Starts a server that responds as a test wants, and a proxy in front of it. */
export async function proxyToServer(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
  followed: Contract = contract,
) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => respond(request, response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  return proxyTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, followed);
}

/** Starts a mock, and a proxy in front of it. */
export async function proxyToMock(followed: Contract = contract) {
  const mock = await startMock({ port: 0, contract: async () => followed });
  onTestFinished(() => mock.close());
  return { mock, proxy: await proxyTo(mock.url, followed) };
}

/** Starts a server that gives one response, and a proxy in front of it. */
export const respondWith = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  followed: Contract = contract,
) =>
  proxyToServer((_, response) => {
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  }, followed);

/** The success of a valid request. */
export const echo = { ...(example(200, 'travelerCancel') as object), ax_order_code: ORDER };

/** What the proxy says about one exchange. */
export async function verdict(url: string, deviation: Deviation = {}, sendTo = send): Promise<string[]> {
  lines.splice(0);
  await sendTo(url, deviation).catch(() => undefined);
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  return lines.slice(1);
}

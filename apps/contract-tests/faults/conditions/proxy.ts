import {
  createServer as createHttpServer,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Arrival, Condition, Effect } from './condition.ts';

/** A proxy in front of a server that applies one condition. */
export interface ConditionProxy {
  url: string;
  /** The requests in order of arrival, each with its effect. */
  arrivals: (Arrival & { effect: Effect })[];
  /** Resolves when this number of requests has arrived. */
  arrived(number: number): Promise<void>;
  close(): Promise<void>;
}

/** Where the proxy listens. */
export interface Listening {
  host?: '127.0.0.1' | '::1';
  tls?: { key: string; cert: string };
}

/** Starts the proxy on a free loopback port. */
export async function startProxy(
  target: string,
  condition: Condition,
  { host = '127.0.0.1', tls }: Listening = {},
): Promise<ConditionProxy> {
  const arrivals: ConditionProxy['arrivals'] = [];
  const sockets = new Set<Socket>();
  const waiting: { number: number; resolve: () => void }[] = [];
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    const body = await buffer(request).catch(() => undefined);
    if (body === undefined) return;
    const arrival = { number: arrivals.length + 1, method, url, body, at: performance.now() };
    const effect = condition(arrival);
    arrivals.push({ ...arrival, effect });
    for (const { number, resolve } of waiting) if (number <= arrival.number) resolve();
    await carryOut(effect, request, response, () => forward(target, request, body));
    if (effect.does === 'forward' && effect.thenGoneForMs !== undefined) goFor(effect.thenGoneForMs);
  };
  const server = tls === undefined ? createHttpServer(handle) : createHttpsServer(tls, handle);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, host, resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  let back: NodeJS.Timeout | undefined;
  const goFor = (milliseconds: number) => {
    server.close();
    cut();
    if (milliseconds < Infinity) back = setTimeout(() => listen(port), milliseconds);
  };
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host === '::1' ? '[::1]' : host}:${port}`,
    arrivals,
    arrived: (number) => new Promise((resolve) => waiting.push({ number, resolve })),
    async close() {
      clearTimeout(back);
      cut();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Relayed {
  message: IncomingMessage;
  body: Buffer;
}

async function carryOut(
  effect: Effect,
  request: IncomingMessage,
  response: ServerResponse,
  send: () => Promise<Relayed | undefined>,
): Promise<void> {
  if (effect.does === 'drop') {
    if (effect.when === 'after the server') await send();
    request.socket.destroy();
    return;
  }
  if (effect.does === 'respond') {
    if (effect.forwardsFirst) await send();
    const { status, headers, body } = effect;
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    return end(response, body);
  }
  const relayed = await send();
  await effect.until?.();
  if (relayed === undefined) {
    request.socket.destroy();
    return;
  }
  const { statusCode = 502, statusMessage, rawHeaders } = relayed.message;
  response.writeHead(statusCode, statusMessage, rawHeaders);
  return end(response, relayed.body);
}

/** Sends the body; resolves when it is sent or the client is gone. */
function end(response: ServerResponse, body: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.on('close', resolve);
    response.end(body);
  });
}

/** Forwards a request unchanged; resolves to undefined if the response is incomplete. */
function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Relayed | undefined> {
  const { hostname, port } = new URL(target);
  const { method, url: path, rawHeaders: headers } = request;
  return new Promise((resolve) => {
    const onward = requestHttp({ hostname, port, method, path, headers, agent: false });
    onward.on('error', () => resolve(undefined));
    onward.on('response', (message) => {
      buffer(message).then(
        (bytes) => resolve({ message, body: bytes }),
        () => resolve(undefined),
      );
    });
    onward.end(body);
  });
}

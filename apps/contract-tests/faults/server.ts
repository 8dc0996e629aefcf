import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Behaviour, Fields, Incoming, Order, Reply } from './behaviour.ts';

/** Writes a reply to the connection; replaced for faults below JSON. */
export type Send = (response: ServerResponse, bytes: Buffer, reply: Reply, request: Incoming) => void;

/** A strict, stateful server with orders of two channels, independent of the mock and Prism. */
export interface FaultServer {
  url: string;
  orders: ReadonlyMap<string, Order>;
  /** `METHOD /path` of each request, in order. */
  requests: string[];
  /** The codes of the orders that are no longer new. */
  cancelled(): string[];
  close(): Promise<void>;
}

/**
 * Starts the server on a free loopback port.
 *
 * @param codes the orders of the channel that the key belongs to
 * @param foreignCode the order of another channel
 */
export async function startFaultServer(
  behaviour: Behaviour,
  codes: readonly string[],
  foreignCode: string,
  send: Send = sendWhole,
): Promise<FaultServer> {
  const make = (code: string, own: boolean): Order => ({
    code,
    channelCode: `c${code.slice(1)}`,
    own,
    axStatus: 'New',
    channelStatus: 'New',
  });
  const orders = new Map(
    [...codes.map((code) => make(code, true)), make(foreignCode, false)].map((one) => [one.code, one]),
  );
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) =>
    read(request, (incoming) => {
      requests.push(`${incoming.method} ${incoming.url}`);
      const reply = handle(behaviour, incoming, orders);
      const { body } = reply;
      const bytes = Buffer.isBuffer(body)
        ? body
        : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      send(response, bytes, reply, incoming);
    }),
  );
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    orders,
    requests,
    cancelled: () =>
      [...orders.values()]
        .filter(({ axStatus, channelStatus }) => axStatus !== 'New' || channelStatus !== 'New')
        .map(({ code }) => code),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const sendWhole: Send = (response, bytes, { status, headers = {} }) => {
  response.writeHead(status, {
    'content-type': 'application/json',
    vary: 'Accept',
    ...headers,
    ...(status === 204 ? {} : { 'content-length': bytes.length }),
  });
  response.end(bytes);
};

/** Passes on a request once it is complete. */
function read(request: IncomingMessage, take: (incoming: Incoming) => void): void {
  const { method = '', url = '', headers, socket } = request;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => take({ method, url, headers, bytes: Buffer.concat(chunks), connection: socket }));
}

function handle(behaviour: Behaviour, request: Incoming, orders: ReadonlyMap<string, Order>): Reply {
  const [path = ''] = request.url.split('?', 1);
  let order: Order | undefined;
  const reply = (() => {
    const code = behaviour.route(path);
    if (code === undefined) return behaviour.unrouted(path);
    order = behaviour.find(code, orders);
    if (behaviour.lookupFirst && order === undefined) return behaviour.notFound(code);
    if (!behaviour.authorize(request, behaviour.key)) return behaviour.unauthorized(request);
    const refused = behaviour.parameters(request);
    if (refused !== undefined) return refused;
    if (!behaviour.methods(request)) return behaviour.wrongMethod(request);
    if (order === undefined) return behaviour.notFound(code);
    if (!order.own && !behaviour.cancelsForeign) return behaviour.foreign();
    const mediaType = request.headers['content-type'] ?? '';
    if (!behaviour.reads(mediaType, request.bytes)) return behaviour.wrongMediaType(mediaType);
    const body = behaviour.parse(request.bytes, mediaType);
    if (body === undefined) return behaviour.unreadable();
    const checked = behaviour.validate(body);
    if ('errors' in checked) return behaviour.invalid(checked.errors);
    return cancel(behaviour, order, checked.fields);
  })();
  return behaviour.finish(reply, request, order);
}

function cancel(behaviour: Behaviour, order: Order, fields: Fields): Reply {
  const cancelled = order.axStatus !== 'New' || order.channelStatus !== 'New';
  const again = cancelled ? behaviour.repeat(order, fields) : undefined;
  if (again !== undefined) return again;
  behaviour.apply(order, fields);
  return behaviour.success(order, fields);
}

import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { RIGHT, SUCCESS } from '../documented.ts';
import { fillBacklog } from './backlog.ts';
import { certificate } from './certificates.ts';
import type { Fault } from './fault.ts';
import { message } from './message.ts';
import { listenForRequests } from './requests.ts';

/** The servers of one call, and what they know of it. */
export interface FaultServers {
  /** Where the call goes. */
  url: string;
  /** The whole requests that the model server was sent, as text. */
  received: readonly string[];
  /** Those of the second server. */
  elsewhere: readonly string[];
  close(): Promise<void>;
}

/** Starts the servers of a fault on free loopback ports. */
export async function serveFault(fault: Fault): Promise<FaultServers> {
  const { place } = fault;
  const received: string[] = [];
  const elsewhere: string[] = [];
  const nothing = async () => {};
  if (place?.kind === 'address') return { url: place.url, received, elsewhere, close: nothing };
  if (place?.kind === 'full backlog') return { ...(await fillBacklog()), received, elsewhere };

  const second = await listen(createServer(), (socket) => {
    listenForRequests(socket, (text) => {
      elsewhere.push(text);
      socket.write(message(SUCCESS, RIGHT));
    });
  });
  const options = place?.kind === 'tls' ? { ...certificate(place.certificate), ...place.options } : undefined;
  const first = await listen(
    options === undefined ? createServer() : createTlsServer(options),
    (socket) => {
      listenForRequests(socket, (text) => {
        received.push(text);
        fault.respond?.({
          socket,
          count: received.length,
          origin: first.origin,
          elsewhere: second.origin,
          stopListening: first.stopListening,
        });
      });
      if (fault.part) socket.on('data', () => fault.part?.(socket));
      fault.open?.(socket);
    },
    options === undefined ? 'connection' : 'secureConnection',
  );
  const refusing = place?.kind === 'closed port';
  if (refusing) await first.close();
  const secure = options !== undefined || place?.kind === 'plain at https';
  const host = refusing ? place.host : '127.0.0.1';
  return {
    url: `${secure ? 'https' : 'http'}://${host}:${first.port}`,
    received,
    elsewhere,
    close: async () => void (await Promise.all([first.close(), second.close()])),
  };
}

async function listen(server: Server, connected: (socket: Socket) => void, event = 'connection') {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  server.on(event, (socket: Socket) => {
    socket.on('error', () => {});
    connected(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  const stopListening = () => void (server.listening && server.close());
  async function close() {
    const closed = server.listening ? once(server, 'close') : undefined;
    stopListening();
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  return { port, origin: `http://127.0.0.1:${port}`, stopListening, close };
}

import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import { send } from './send.ts';
import { unmetExpectation, unreadable } from './undocumented.ts';

/** How long a connection may take to send the head of a request, also its first, in milliseconds. */
const HEAD_MS = 30_000;
/** How long it may take to send a whole request, in milliseconds. */
const REQUEST_MS = 120_000;

/** How long a refused client has to read the response, in milliseconds. */
const PARTING_MS = 1000;
/** How long running requests may take to end when the server closes, in milliseconds. */
const DRAIN_MS = 4000;

/** A server, and how to close it. */
export interface JsonServer {
  server: Server;
  /** Stops listening, lets running requests end for {@link DRAIN_MS}, and cuts off the rest. */
  close(): Promise<void>;
}

/**
 * Makes a server that responds in JSON even to requests that `node:http` would refuse on its own: malformed ones, heads that are too
 * large or too slow, and unknown expectations.
 *
 * @param handle responds to a request; must not reject
 * @param log receives a line for each request or connection that never reaches `handle`
 */
export function createJsonServer(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  log: (line: string) => void,
): JsonServer {
  const running = new Map<Socket, Set<ServerResponse>>();
  const parting = new WeakSet<Socket>();
  const server = createServer(
    { headersTimeout: HEAD_MS, requestTimeout: REQUEST_MS, requireHostHeader: false },
    (request, response) => {
      const { socket } = request;
      const pending = running.get(socket) ?? new Set();
      running.set(socket, pending.add(response));
      response.once('close', () => {
        pending.delete(response);
        if (pending.size === 0) running.delete(socket);
      });
      if (!server.listening) response.setHeader('connection', 'close');
      void handle(request, response);
    },
  );

  // For example too many open files. A later connection may succeed.
  server.on('error', (error) => {
    if (server.listening) log(`A connection could not be accepted: ${error.message}`);
  });

  server.on('checkExpectation', (_, response: ServerResponse) => {
    response.setHeader('connection', 'close');
    const refusal = unmetExpectation();
    log(`A request had an expectation that is not supported: ${refusal.status}`);
    send(response, refusal);
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (parting.has(socket)) return;
    parting.add(socket);
    const pending = [...(running.get(socket) ?? [])];
    const before = pending.filter(({ req }) => req.complete).at(-1);
    if (error.code === 'ECONNRESET' || !socket.writable || (!before && pending[0]?.headersSent)) {
      socket.destroy();
    } else if (before !== undefined) {
      // The complete request before on the same connection gets its response, then the connection ends.
      before.once('close', () => socket.destroySoon());
    } else {
      const { status, body } = unreadable(error.code);
      log(`A request could not be read (${error.code}): ${status}`);
      const text = JSON.stringify(body);
      socket.end(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
      );
      setTimeout(() => socket.destroy(), PARTING_MS).unref();
    }
  });

  function close(): Promise<void> {
    // A connection that stays open would delay closing.
    for (const pending of running.values())
      for (const response of pending) if (!response.headersSent) response.setHeader('connection', 'close');
    return new Promise((resolve) => {
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close(() => {
        clearTimeout(force);
        resolve();
      });
    });
  }

  return { server, close };
}

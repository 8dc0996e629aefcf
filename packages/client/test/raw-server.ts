import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that says what it likes, byte by byte, because `node:http` is too polite to be wrong. */
export interface RawServer {
  url: string;
  /** The requests that arrived whole, as text. */
  received: string[];
  /** Takes no more connections. */
  close(): void;
}

/**
 * Starts one for the running test, on a free loopback port.
 *
 * @param respond is called for each whole request with its number, from 1
 */
export async function serveRaw(respond: (socket: Socket, count: number) => void): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
      const [head = '', body] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      received.push(text);
      text = '';
      respond(socket, received.length);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, received, close: () => void server.close() };
}

/** An HTTP response with a `Content-Length` that fits, unless the headers have their own framing. */
export function http(
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(body);
  const framed = 'transfer-encoding' in headers || 'content-length' in headers;
  const all = { ...(framed ? {} : { 'content-length': String(bytes.length) }), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Status\r\n${head.join('')}\r\n`), bytes]);
}

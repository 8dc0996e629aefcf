import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection to a mock on which anything can be sent. */
export interface RawConnection {
  socket: Socket;
  /** All that has come back, once the mock has closed the connection. */
  received: Promise<string>;
}

/** Opens a connection. A reset counts as its end. */
export async function open(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, 'connect');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  socket.on('end', () => socket.end());
  return { socket, received: new Promise((resolve) => socket.on('close', () => resolve(text))) };
}

/** Sends bytes on a new connection, and gives what comes back until the mock closes it. */
export async function sendRaw(url: string, bytes: string | Uint8Array): Promise<string> {
  const { socket, received } = await open(url);
  socket.write(bytes);
  return received;
}

/** A whole request as bytes. */
export function rawRequest(path: string, body: string, headers: readonly string[] = []): string {
  return [
    `PATCH ${path} HTTP/1.1`,
    'Host: localhost',
    'Authorization: Token any-key',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}

/** The status lines of all responses in what came back. */
export function statuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

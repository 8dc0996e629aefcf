import type { Server } from 'node:http';
import { CommandError } from '@ax-cloud/contract/command-error';

/** A server cannot listen where it was told to. The message says why and what to do. */
export class ListenError extends CommandError {
  override name = 'ListenError';
}

/** How messages name a server, and what sets its port and its address. */
export interface Names {
  server: string;
  port: string;
  host: string;
}

/**
 * Makes a server listen.
 *
 * @returns where it does
 * @throws {ListenError} when it cannot
 */
export function listen(
  server: Server,
  port: number,
  host: string,
  names: Names,
): Promise<{ url: string; port: number }> {
  const name = host.includes(':') ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `${names.server} cannot listen on ${name}:${port}: ${advise(cause, names)}`;
      reject(new ListenError(message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://${name}:${actual}`, port: actual });
    });
  });
}

function advise({ code, message }: NodeJS.ErrnoException, { port, host }: Names): string {
  if (code === 'EADDRINUSE') return `the port is in use. Stop what uses it, or choose another with ${port}.`;
  if (code === 'EACCES') return `the port needs more rights. Choose one above 1023 with ${port}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `this machine has no such address. Correct ${host}; 127.0.0.1 always works.`;
  return `${message}. Check ${host} and ${port}.`;
}

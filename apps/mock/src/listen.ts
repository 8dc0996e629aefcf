import type { Server } from 'node:http';

/** How long running requests may take to end, in milliseconds. */
const DRAIN_MS = 4000;

/** The mock cannot listen where it was told to. The message says why and what to do. */
export class ListenError extends Error {
  override name = 'ListenError';
}

/**
 * Makes a server listen.
 *
 * @returns where it does
 * @throws {ListenError} when it cannot
 */
export function listen(server: Server, port: number, host: string): Promise<{ url: string; port: number }> {
  const name = host.includes(':') ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `The mock cannot listen on ${name}:${port}: ${advise(cause)}`;
      reject(new ListenError(message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://${name}:${actual}`, port: actual });
    });
  });
}

function advise({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return 'the port is in use. Stop what uses it, or choose another with AX_MOCK_PORT.';
  if (code === 'EACCES') return 'the port needs more rights. Choose one above 1023 with AX_MOCK_PORT.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address. Correct AX_MOCK_HOST; 127.0.0.1 always works.';
  return `${message}. Check AX_MOCK_HOST and AX_MOCK_PORT.`;
}

/** Stops a server: no new connections, {@link DRAIN_MS} for the running requests, then the end of all. */
export function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
  });
}

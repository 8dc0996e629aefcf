import type { Server } from 'node:http';

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
    return 'the port is in use. Stop what uses it, or choose another with --port or AX_MOCK_PORT.';
  if (code === 'EACCES')
    return 'the port needs more rights. Choose one above 1023 with --port or AX_MOCK_PORT.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address. Correct --host or AX_MOCK_HOST; 127.0.0.1 always works.';
  return `${message}. Check --host and --port.`;
}

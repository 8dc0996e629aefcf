import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';

/** A server that runs. */
export interface PageServer {
  /** Its origin. */
  url: string;
  close(): void;
}

/**
 * Serves a folder's modules to a browser, with a page that knows their names, and passes the requests below /mock on,
 * or redirects those below /redirecting there.
 *
 * @param folder the folder to serve
 * @param upstream the origin that gets every request below /mock
 * @param modules name → path below the folder
 */
export async function servePage(
  folder: string,
  upstream: string,
  modules: Readonly<Record<string, string>>,
): Promise<PageServer> {
  const imports = Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, `/${path}`]));
  const page = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`;

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(incoming.url ?? '/');
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    } else if (path.startsWith('/redirecting/')) {
      response.writeHead(307, { location: path.replace('/redirecting', '/mock') }).end();
    } else if (path.startsWith('/mock/')) {
      passOn(incoming, response, upstream + path.replace('/mock', ''));
    } else {
      const text = await readFile(join(folder, path)).catch(() => undefined);
      response.writeHead(text ? 200 : 404, { 'content-type': 'text/javascript' }).end(text);
    }
  }

  const server = createServer((incoming, response) => void respond(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(incoming: IncomingMessage, response: ServerResponse, url: string): void {
  const { method, headers } = incoming;
  const outgoing = request(url, { method, headers }, (received) => {
    response.writeHead(received.statusCode ?? 502, received.headers);
    received.pipe(response);
  });
  outgoing.once('error', () => response.destroy());
  incoming.pipe(outgoing);
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import sirv from 'sirv';

/** A folder that is served. */
interface Served {
  url: string;
  close(): void;
}

/** Serves a folder on a loopback port, compressed, with nothing kept by the browser. */
export async function serve(folder: string): Promise<Served> {
  const files = sirv(folder, { gzip: true, etag: true });
  const server = createServer((request, response) => {
    files(request, response, () => void response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

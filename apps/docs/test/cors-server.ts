import type { ServerResponse } from 'node:http';
import { type Received, startServer, type TestServer } from './servers.ts';

/** Starts a server that lets pages of every origin send it requests. What browsers ask before is not among what it received. */
export async function startCorsServer(
  respond: (request: Received, response: ServerResponse) => unknown,
): Promise<TestServer> {
  const received: Received[] = [];
  const server = await startServer((request, _, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', '*');
    response.setHeader(
      'access-control-allow-methods',
      String(request.headers['access-control-request-method']),
    );
    response.setHeader(
      'access-control-allow-headers',
      String(request.headers['access-control-request-headers']),
    );
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    received.push(request);
    return respond(request, response);
  });
  return { ...server, received };
}

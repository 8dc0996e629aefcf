import type { ServerResponse } from 'node:http';
import { type Received, startServer, type TestServer } from './servers.ts';

/** Starts a server that accepts requests from pages of every origin. It does not record preflight requests. */
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

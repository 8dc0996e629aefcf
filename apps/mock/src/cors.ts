import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a browser may remember what is allowed, in seconds. */
const MAX_AGE = '600';

/**
 * Lets pages of any origin read a response (CORS), and responds to a browser's preflight request. The mock has no cookies and
 * accepts every key, so it need not keep any origin out.
 *
 * @returns whether the request was a preflight request, which now has its response
 */
export function allowOrigins(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', '*');
  const { origin, ...asked } = request.headers;
  const method = asked['access-control-request-method'];
  if (request.method !== 'OPTIONS' || origin === undefined || method === undefined) return false;
  // `*` does not include Authorization, so the headers that the browser asks for are named.
  response.writeHead(204, {
    'access-control-allow-methods': method,
    'access-control-allow-headers': asked['access-control-request-headers'] ?? '',
    'access-control-allow-private-network': 'true',
    'access-control-max-age': MAX_AGE,
  });
  response.end();
  return true;
}

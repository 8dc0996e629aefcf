import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { headerPairs } from '../raw-headers.ts';
import { toOriginForm } from '../target.ts';

/** Headers about one connection only, which are not passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'upgrade',
];

/** Passes requests on to one server, and its responses back. */
export interface Forwarder {
  /**
   * Passes one request on as it arrives, and resolves to the response's head. The body is then passed back by `passBack`. Gives up
   * when the client goes away, as the client itself would have done at the server.
   *
   * @throws {Error} when the server cannot be reached, or either side goes away before the server has responded
   */
  forward(request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage>;
  /** Passes the response back, byte by byte. */
  passBack(received: IncomingMessage, response: ServerResponse): void;
}

/**
 * Makes a forwarder. It passes on method, target, headers with their case and order, and bodies without a change. Only `Host` names
 * the server instead of the proxy, and the forwarder manages its own connections. Redirects are passed back, never followed.
 */
export function createForwarder(upstream: URL): Forwarder {
  const { request: send, Agent } = upstream.protocol === 'https:' ? https : http;
  // A new connection for each request: a server may close an old one just when it is used again, and a cancel must not be sent twice.
  const agent = new Agent({ keepAlive: false });

  return {
    forward(request, response) {
      const { method = 'GET', url = '/' } = request;
      return new Promise((resolve, reject) => {
        const { hostname, port } = upstream;
        const sent = send(
          {
            agent,
            hostname: hostname.replace(/^\[|\]$/g, ''),
            port,
            method,
            path: toOriginForm(url),
            headers: requestHeaders(request, upstream.host),
            setHost: false,
          },
          resolve,
        );
        sent.on('error', reject);
        sent.on('upgrade', (_, socket) => {
          socket.destroy();
          reject(new Error('the server switched to another protocol'));
        });
        response.on('close', () => sent.destroy());
        request.on('end', () => sent.addTrailers(headerPairs(request.rawTrailers)));
        request.pipe(sent);
      });
    },
    passBack(received, response) {
      response.sendDate = false;
      // HTTP/1.0 has no chunks; there, the end of the connection is the end of the body.
      const old = response.req.httpVersion === '1.0' ? ['transfer-encoding', 'trailer'] : [];
      response.writeHead(received.statusCode ?? 502, received.statusMessage, passedOn(received, old).flat());
      received.on('error', () => response.destroy());
      received.on('close', () => {
        if (!received.complete) response.destroy();
      });
      received.on('end', () => response.addTrailers(headerPairs(received.rawTrailers)));
      received.pipe(response);
    },
  };
}

function requestHeaders(request: IncomingMessage, host: string): string[] {
  const headers = passedOn(request).flatMap(([name, value]) =>
    name.toLowerCase() === 'host' ? [name, host] : [name, value],
  );
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  // HTTP/1.0 allows a request without Host, but it is passed on in HTTP/1.1.
  if (request.headers.host === undefined && request.httpVersion === '1.0') headers.push('Host', host);
  // Without both headers, a request has no body. node:http would announce a chunked body instead, except for these methods.
  if (
    length === undefined &&
    encoding === undefined &&
    !/^(GET|HEAD|DELETE|OPTIONS|TRACE)$/.test(request.method ?? '')
  )
    headers.push('Content-Length', '0');
  return headers;
}

/** The headers that are not about one connection, neither by their name nor because `Connection` names them. */
function passedOn(
  { headers, rawHeaders }: IncomingMessage,
  alsoDropped: readonly string[] = [],
): [name: string, value: string][] {
  const named = (headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const dropped = new Set([...HOP_BY_HOP, ...named, ...alsoDropped]);
  return headerPairs(rawHeaders).filter(([name]) => !dropped.has(name.toLowerCase()));
}

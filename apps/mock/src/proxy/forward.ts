import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { headerPairs } from '../raw-headers.ts';

/** Headers about one connection only, which are not passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'upgrade',
]);

/** Passes requests on to one server, and its responses back. */
export interface Forwarder {
  /**
   * Passes one request on as it arrives, and resolves to the response's head. The body is then passed back by `passBack`.
   *
   * @throws {Error} when the server cannot be reached, or goes away before it has responded
   */
  forward(request: IncomingMessage): Promise<IncomingMessage>;
  /** Passes the response back, byte by byte. */
  passBack(received: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

/**
 * Makes a forwarder. It passes on method, target, headers with their case and order, and bodies without a change. Only `Host` names
 * the server instead of the proxy, and the forwarder manages its own connections. Redirects are passed back, never followed.
 */
export function createForwarder(upstream: URL): Forwarder {
  const { request: send, Agent } = upstream.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });

  return {
    forward(request) {
      const { method = 'GET', url = '/', rawHeaders } = request;
      return new Promise((resolve, reject) => {
        const headers = passedOn(rawHeaders).flatMap(([name, value]) =>
          name.toLowerCase() === 'host' ? [name, upstream.host] : [name, value],
        );
        const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
        // Without both headers, a request has no body. node:http would announce a chunked body instead.
        if (length === undefined && encoding === undefined && /^(PATCH|POST|PUT)$/.test(method))
          headers.push('Content-Length', '0');
        const { hostname, port } = upstream;
        const sent = send(
          {
            agent,
            hostname: hostname.replace(/^\[|\]$/g, ''),
            port,
            method,
            path: url,
            headers,
            setHost: false,
          },
          resolve,
        );
        sent.on('error', reject);
        request.on('close', () => {
          if (!request.complete) sent.destroy();
        });
        request.pipe(sent);
      });
    },
    passBack(received, response) {
      response.sendDate = false;
      response.writeHead(
        received.statusCode ?? 502,
        received.statusMessage,
        passedOn(received.rawHeaders).flat(),
      );
      received.on('error', () => response.destroy());
      received.on('close', () => {
        if (!received.complete) response.destroy();
      });
      response.on('close', () => received.destroy());
      received.pipe(response);
    },
    close: () => agent.destroy(),
  };
}

function passedOn(rawHeaders: readonly string[]): [name: string, value: string][] {
  return headerPairs(rawHeaders).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
}

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';

/** What concerns one connection only, and so is not passed on (RFC 9110, 7.6.1). */
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
   * Passes one request on as it comes in, and resolves to the response's head. Its body is still to be passed back.
   *
   * @throws {Error} when the server cannot be reached, or goes away before it has responded
   */
  forward(request: IncomingMessage): Promise<IncomingMessage>;
  /** Passes the response back, byte by byte. */
  passBack(received: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

/**
 * Makes a forwarder. Nothing of what goes by is altered: method, target, headers with their case and order, and bodies are
 * passed on as they are. Only `Host` names the server in place of the proxy, and what concerns the connection is its own.
 * Redirects are passed back, never followed.
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
        // Says what the absence of both says; node:http would announce a body in chunks, and send none.
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
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!HOP_BY_HOP.has(name.toLowerCase())) pairs.push([name, value]);
  }
  return pairs;
}

import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';

/** A request as a server received it. */
export interface Received {
  method: string | undefined;
  /** The path with its query. */
  target: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server on this machine. */
export interface TestServer {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** Starts a server that records every request and responds with `respond`. */
export function startServer(
  respond: (request: Received, ...rest: Parameters<RequestListener>) => unknown,
): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method, url: target, headers } = request;
    const entry = { method, target, headers, body };
    received.push(entry);
    await respond(entry, request, response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({
        url: `http://127.0.0.1:${port}`,
        received,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Starts a server with the same JSON response to every request. If `body` is undefined, the response has no body. */
export function startJsonServer(status: number, body: unknown): Promise<TestServer> {
  return startServer((_received, _request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}

/** Headers that belong to one connection. */
const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade'];

/** Starts a server that records every request and forwards it to another server. */
export function startRecorder(server: string): Promise<TestServer> {
  return startServer(async ({ method = 'GET', target, headers, body }, _request, response) => {
    const passed = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      OF_THE_CONNECTION.includes(name) || name.startsWith('http2') ? [] : [[name, String(value)]],
    );
    const received = await fetch(`${server.replace(/\/$/, '')}${target}`, {
      method,
      headers: passed,
      body,
      redirect: 'manual',
    });
    response.writeHead(received.status, { 'content-type': received.headers.get('content-type') ?? '' });
    response.end(await received.text());
  });
}

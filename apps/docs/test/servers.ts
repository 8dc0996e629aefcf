import { createServer, type RequestListener } from 'node:http';

/** A request as a server received it. */
export interface Received {
  method: string | undefined;
  path: string | undefined;
  authorization: string | undefined;
  contentType: string | undefined;
  body: string;
}

/** A server on this machine. */
export interface TestServer {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** Starts a server that writes down what it receives and answers as told. */
export function startServer(
  answer: (request: Received, ...rest: Parameters<RequestListener>) => unknown,
): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method, url: path, headers } = request;
    const entry = {
      method,
      path,
      authorization: headers.authorization,
      contentType: headers['content-type'],
      body,
    };
    received.push(entry);
    await answer(entry, request, response);
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

/** Starts a server that hands every request to another one and writes it down. */
export function startRecorder(target: string): Promise<TestServer> {
  return startServer(async ({ method, path, authorization, contentType, body }, _request, response) => {
    const answer = await fetch(`${target.replace(/\/$/, '')}${path}`, {
      method: method ?? 'GET',
      headers: {
        ...(authorization && { authorization }),
        ...(contentType && { 'content-type': contentType }),
      },
      body,
      redirect: 'manual',
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  });
}

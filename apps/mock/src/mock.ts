import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Contract, loadContract } from '@ax-cloud/channel-spec/contract';
import type { Answer } from './answer.ts';
import { readBody } from './body.ts';
import { listen, shutDown } from './listen.ts';
import { createOperation } from './operation.ts';
import { internalError, methodNotAllowed, tooLarge } from './refusals.ts';

/** How to start a mock. */
export interface MockOptions {
  /** 0 takes a free port. Default 4010. */
  port?: number;
  /** The address to listen on. Default 127.0.0.1, which no other machine reaches. */
  host?: string;
  /**
   * Takes each line of the log: one when the mock is ready, one for each request, reload and failure. No line holds
   * a header or a query, and so none a key. Default `'off'`.
   */
  log?: 'off' | ((line: string) => void);
  /** Where the contract comes from, at the start and at each reload. Default: the bundle of the spec package. */
  contract?: () => Promise<Contract>;
}

/** A mock that listens. */
export interface RunningMock {
  /** Its origin, for example `http://127.0.0.1:4010`. */
  url: string;
  port: number;
  /**
   * Reads the contract again. Requests that come later get the new one; the port stays open all the while.
   *
   * @throws {Error} when the contract cannot be used; the mock then goes on with the one it has
   */
  reload(): Promise<void>;
  /** Stops listening, lets running requests end for up to 4 s, and cuts off the rest. */
  close(): Promise<void>;
}

const HEALTH = '/_mock/health';

/**
 * Starts a mock of the contract's operation, at the path that it has in production.
 *
 * @throws {ListenError} when it cannot listen
 * @throws {Error} when the contract cannot be used
 */
export async function startMock(options: MockOptions = {}): Promise<RunningMock> {
  const { port = 4010, host = '127.0.0.1', log = 'off', contract = loadContract } = options;
  const write = log === 'off' ? () => {} : log;
  let operation = await createOperation(await contract());

  async function answer(request: IncomingMessage, path: string): Promise<Answer> {
    const { method = '', headers } = request;
    const body = await readBody(request);
    if (body === undefined) return tooLarge();
    if (path !== HEALTH) return operation.answer({ method, path, headers, body });
    if (method !== 'GET') return methodNotAllowed(method, 'GET');
    return { status: 200, body: { status: 'ok', contract: operation.version } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const [path = ''] = (request.url ?? '').split('?', 1);
    const where = `${request.method} ${path}`;
    try {
      send(response, server, await answer(request, path));
    } catch (error) {
      if (request.destroyed && !request.complete) {
        write(`${where} was cut off by the client`);
        return;
      }
      write(`${where} failed: ${error instanceof Error ? error.stack : error}`);
      send(response, server, internalError());
    }
    write(`${where} ${response.statusCode} ${(performance.now() - started).toFixed(1)} ms`);
  }

  const server = createServer((request, response) => void handle(request, response));
  const address = await listen(server, port, host);
  write(
    `AX Cloud mock on ${address.url} (contract ${operation.version}). ${address.url}${HEALTH} is its health.`,
  );

  let closed: Promise<void> | undefined;
  return {
    ...address,
    async reload() {
      operation = await createOperation(await contract());
      write(`The mock has read contract ${operation.version} again.`);
    },
    close() {
      closed ??= shutDown(server);
      return closed;
    },
  };
}

function send(response: ServerResponse, server: Server, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    // A connection that is kept open would hold up the end of a mock that closes.
    ...(server.listening ? {} : { connection: 'close' }),
    ...headers,
  });
  response.end(text);
}

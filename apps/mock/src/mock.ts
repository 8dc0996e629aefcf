import type { IncomingMessage, ServerResponse } from 'node:http';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Contract } from '@ax-cloud/contract/contract';
import { MOCK_HEADER } from '@ax-cloud/contract/mock-header';
import { readBody } from './body.ts';
import { ContractError, readOwnContract } from './contract-file.ts';
import { allowOrigins } from './cors.ts';
import { perform } from './faults.ts';
import { HEALTH, inspect } from './inspection.ts';
import { listen } from './listen.ts';
import { createLog, type LogFormat, NO_LOG } from './log.ts';
import type { MockResponse } from './mock-response.ts';
import { createOperation, type Operation } from './operation.ts';
import { createRecorder, type Exchange, keepBody } from './recorder.ts';
import type { Known } from './refusal.ts';
import { send } from './send.ts';
import { createJsonServer } from './server.ts';
import { toOriginForm } from './target.ts';
import { internalError, missingHost, tooLarge } from './undocumented.ts';

/** How to start a mock. */
export interface MockOptions extends Known {
  /** 0 takes a free port. Default 4010. */
  port?: number;
  /** The address to listen on. Default 127.0.0.1, which other machines cannot reach. */
  host?: string;
  /**
   * Receives each line of the log: one when the mock is ready, one for each request, reload and failure. No line holds
   * a header or a query, and a key in the path is masked. Default `'off'`.
   */
  log?: 'off' | ((line: string) => void);
  /** Whether the lines are for people or for programs. Default `'pretty'`. */
  logFormat?: LogFormat;
  /** Whether browser pages of other origins may call the mock (CORS). Default false. */
  cors?: boolean;
  /** Where the contract comes from, at the start and at each reload. Default: the contract that the mock came with. */
  contract?: () => Promise<Contract>;
}

/** A mock that listens. */
export interface RunningMock {
  /** Its origin, for example `http://127.0.0.1:4010`. */
  url: string;
  port: number;
  /**
   * Reads the contract again for later requests. The port stays open.
   *
   * @throws {ContractError} when the contract cannot be used; the mock then keeps the previous one
   */
  reload(): Promise<void>;
  /** Stops listening, lets running requests end for up to 4 s, and cuts off the rest. */
  close(): Promise<void>;
}

const NAMES = { server: 'The mock', port: '--port, AX_MOCK_PORT or PORT', host: '--host or AX_MOCK_HOST' };

/**
 * Starts a mock of the contract's operation, at its production path.
 *
 * @throws {ListenError} when it cannot listen
 * @throws {ContractError} when the contract cannot be used
 */
export async function startMock(options: MockOptions = {}): Promise<RunningMock> {
  const { port = 4010, host = '127.0.0.1', cors = false, contract = readOwnContract } = options;
  const { log: write = 'off', logFormat = 'pretty' } = options;
  const log = write === 'off' ? NO_LOG : createLog(write, logFormat);
  const recorder = createRecorder();
  let operation = await load();

  async function load(): Promise<Operation> {
    const next = await contract();
    return createOperation(next, options).catch((cause) => {
      throw cause instanceof CommandError ? cause : new ContractError(cause);
    });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const { method = '', rawHeaders } = request;
    const url = toOriginForm(request.url ?? '');
    const exchange: Exchange = {
      at: Date.now(),
      method,
      url,
      rawHeaders,
      body: undefined,
      status: null,
      scenario: undefined,
      hint: undefined,
    };
    response.setHeader(MOCK_HEADER, operation.contract.version);
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    try {
      // A preflight request is not recorded, because it is the browser's own.
      if (cors && allowOrigins(request, response)) {
        log.exchanged({ ...exchange, status: response.statusCode }, performance.now() - started);
        return;
      }
      const about = inspect({ method, path }, { version: operation.contract.version, recorder });
      if (about === undefined) {
        recorder.add(exchange);
        await respond(request, response, { path, query }, exchange);
      } else if ((await readBody(request)) === undefined) send(response, tooLarge());
      else send(response, about);
    } catch (error) {
      if (request.destroyed && !request.complete) {
        log.failed(exchange, 'did not arrive completely');
        return;
      }
      log.failed(exchange, `failed: ${error instanceof Error ? error.stack : error}`);
      send(response, internalError());
    }
    if (response.headersSent) exchange.status = response.statusCode;
    log.exchanged(exchange, performance.now() - started);
  }

  async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    target: { path: string; query: string },
    exchange: Exchange,
  ): Promise<void> {
    const { method = '', headers } = request;
    const current = operation;
    const admitted =
      headers.host === undefined && request.httpVersion === '1.1'
        ? missingHost()
        : await current.admit({ ...target, method, headers });

    async function read(): Promise<Buffer | undefined> {
      const body = await readBody(request);
      exchange.body = keepBody(body);
      return body;
    }
    async function decide(): Promise<MockResponse> {
      const body = await read();
      if (body === undefined) return tooLarge();
      const decided = 'respond' in admitted ? await admitted.respond(body) : admitted;
      exchange.hint = decided.hint;
      return decided;
    }

    if (!('respond' in admitted) || admitted.scenario === undefined) return send(response, await decide());
    exchange.scenario = admitted.scenario.name;
    const { contract, examplePath } = current;
    await perform(
      { contract, request, response, read, respond: decide, somePath: examplePath },
      admitted.scenario,
    );
  }

  const { server, close } = createJsonServer(handle, log.say);
  const address = await listen(server, port, host, NAMES);
  log.say(
    `AX Cloud mock on ${address.url} (contract ${operation.contract.version}). ${address.url}${HEALTH} is its health.`,
  );

  let closed: Promise<void> | undefined;
  return {
    ...address,
    async reload() {
      operation = await load();
      log.say(`The mock has read contract ${operation.contract.version} again.`);
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

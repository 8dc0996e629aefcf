import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import { MAX_BODY_BYTES } from '../body.ts';
import { readOwnContract } from '../contract-file.ts';
import { listen } from '../listen.ts';
import { send } from '../send.ts';
import { createJsonServer } from '../server.ts';
import { shownPath, toOriginForm } from '../target.ts';
import { unreachable } from '../undocumented.ts';
import { createExchangeCheck } from './check.ts';
import type { PassedBody, Verdict } from './exchange.ts';
import { createForwarder } from './forward.ts';
import type { ProxySettings } from './settings.ts';
import { createTally, type Tally } from './tally.ts';

/** How to start a proxy. */
export interface ProxyOptions extends ProxySettings {
  /** Receives each line of the log. No line holds a header, a query or a value of a body. */
  log: (line: string) => void;
  contract?: Contract;
}

/** A proxy that listens. */
export interface RunningProxy {
  url: string;
  port: number;
  /** What has been counted so far. */
  tally: Tally;
  /** Stops listening, and lets running requests end for up to 4 s. */
  close(): Promise<void>;
}

const TOO_LARGE = { because: `it is larger than ${MAX_BODY_BYTES / 1024 / 1024} MiB` };
const NAMES = { server: 'The proxy', port: 'AX_PROXY_PORT', host: 'AX_PROXY_HOST' };

/**
 * Starts a proxy in front of a server. It checks what passes against the contract, without changing it.
 *
 * @throws {ListenError} when it cannot listen
 */
export async function startProxy({
  upstream,
  port,
  host,
  log,
  contract,
}: ProxyOptions): Promise<RunningProxy> {
  const check = await createExchangeCheck(contract ?? (await readOwnContract()));
  const forwarder = createForwarder(upstream);
  const tally = createTally();

  const running = new Set<Promise<void>>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const where = `${method} ${shownPath(request.url ?? '', headers.authorization)}`;
    let received: IncomingMessage | undefined;
    let clientLeft = false;
    const passedBack = new Promise<PassedBody>((resolve) => {
      response.on('close', () => {
        clientLeft = !response.writableFinished && received?.destroyed !== true;
        resolve({ because: 'the server responded before it was whole' });
      });
    });
    const requestBody = collect(request);
    try {
      received = await forwarder.forward(request, response);
      const responseBody = collect(received);
      forwarder.passBack(received, response);
      const status = received.statusCode ?? 0;
      const verdict = await check({
        method,
        url: toOriginForm(request.url ?? ''),
        requestHeaders: headers,
        authorization: request.headersDistinct.authorization ?? [],
        responseBody: await responseBody,
        // A client may stop sending when it has a response.
        requestBody: await Promise.race([requestBody, passedBack]),
        status,
        responseHeaders: received.headers,
      });
      tally.add(verdict);
      log(`${where} ${status} ${describe(verdict)}`);
      for (const { by, message } of verdict.violations) log(`  ${by}: ${message}`);
      for (const part of verdict.unchecked) log(`  not checked: ${part}.`);
    } catch (error) {
      tally.fail();
      const what = received === undefined ? 'got no response' : `${received.statusCode} broke off`;
      log(`${where} ${what}: ${clientLeft ? 'the client ended the connection' : reasonOf(error)}`);
      send(response, unreachable(upstream.origin));
    }
  }

  const { server, close } = createJsonServer((request, response) => {
    const handled = handle(request, response);
    running.add(handled);
    return handled.finally(() => running.delete(handled));
  }, log);
  const address = await listen(server, port, host, NAMES);
  log(`Checking what goes to ${upstream.origin} against the contract. Send it to ${address.url} instead.`);
  return {
    ...address,
    tally,
    async close() {
      await close();
      // What was cut off, or passed on a moment ago, has its line and is counted.
      await Promise.all(running);
    },
  };
}

/**
 * Collects what flows through a stream.
 *
 * @returns all of it, unless it is too large to be checked
 * @throws {Error} when the stream breaks off
 */
function collect(stream: IncomingMessage): Promise<PassedBody> {
  const whole = new Promise<PassedBody>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    });
    stream.on('end', () => resolve(size > MAX_BODY_BYTES ? TOO_LARGE : Buffer.concat(chunks)));
    stream.on('error', reject);
    stream.on('close', () => reject(new Error('the connection ended too early')));
  });
  // It is awaited later, or never if the other side fails first.
  whole.catch(() => {});
  return whole;
}

function describe({ violations, unchecked }: Verdict): string {
  if (violations.length > 0)
    return `breaks the contract in ${violations.length === 1 ? 'one place' : `${violations.length} places`}`;
  return unchecked.length === 0 ? 'as the contract says' : 'as the contract says, as far as it was checked';
}

/** Node.js leaves the message empty when it has tried several addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

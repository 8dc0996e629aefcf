import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import { MAX_BODY_BYTES } from '../body.ts';
import { readOwnContract } from '../contract-file.ts';
import { listen } from '../listen.ts';
import { send } from '../send.ts';
import { createJsonServer } from '../server.ts';
import { unreachable } from '../undocumented.ts';
import { createExchangeCheck } from './check.ts';
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

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const where = `${method} ${url.split('?', 1)[0]}`;
    const requestBody = collect(request);
    try {
      const received = await forwarder.forward(request);
      const responseBody = collect(received);
      forwarder.passBack(received, response);
      const exchange = {
        method,
        url,
        requestHeaders: request.headers,
        requestBody: await requestBody,
        status: received.statusCode ?? 0,
        responseHeaders: received.headers,
        responseBody: await responseBody,
      };
      const violations = await check(exchange);
      tally.add(violations);
      log(`${where} ${exchange.status} ${describe(violations.length)}`);
      for (const { by, message } of violations) log(`  ${by}: ${message}`);
    } catch (error) {
      tally.fail();
      log(`${where} got no response: ${error instanceof Error ? error.message : error}`);
      send(response, unreachable(upstream.origin));
      if (!request.complete) request.destroy();
    }
  }

  const { server, close } = createJsonServer(handle, log);
  const address = await listen(server, port, host, NAMES);
  log(`Checking what goes to ${upstream.origin} against the contract. Send it to ${address.url} instead.`);
  return {
    ...address,
    tally,
    async close() {
      await close();
      forwarder.close();
    },
  };
}

/**
 * Collects what flows through a stream.
 *
 * @returns all of it; undefined when it is too large to be checked
 * @throws {Error} when the stream breaks off
 */
function collect(stream: IncomingMessage): Promise<Buffer | undefined> {
  const whole = new Promise<Buffer | undefined>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    });
    stream.on('end', () => resolve(size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks)));
    stream.on('error', reject);
    stream.on('close', () => reject(new Error('the connection ended too early')));
  });
  // It is awaited later, or never if the other side fails first.
  whole.catch(() => {});
  return whole;
}

function describe(violations: number): string {
  if (violations === 0) return 'as the contract says';
  return `breaks the contract in ${violations === 1 ? 'one place' : `${violations} places`}`;
}

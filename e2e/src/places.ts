import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { type Calls, type ExpectedCalls, planCalls } from './calls.ts';

/** The servers that smoke/calls.mjs calls, and what it sends. */
export interface Places extends Calls {
  /** The mock's origin. */
  mock: string;
  /** An origin on which nothing listens. */
  refusing: string;
  /** An address that sends every request on to the mock, with the same path. */
  redirecting: string;
}

/** Places, and what the mock has been asked so far. */
export interface RunningPlaces {
  places: Places;
  expected: ExpectedCalls;
  /** Method and status of every request that the mock has responded to. */
  requests: string[];
  close(): Promise<void>;
}

/** Starts a mock, and reads from the contract what to send to it. */
export async function startPlaces(): Promise<RunningPlaces> {
  const { calls, expected } = planCalls(await loadContract(), await loadScenarios());
  const requests: string[] = [];
  const mock = await startMock({
    port: 0,
    log: (line) => {
      const [, method, status] = /^([A-Z]+) \/\S* (\d+) /.exec(line) ?? [];
      if (method !== undefined) requests.push(`${method} ${status}`);
    },
  });
  const redirecting = createHttpServer((request, response) => {
    response.writeHead(307, { location: `${mock.url}${request.url}` }).end();
  });
  const places = {
    ...calls,
    mock: mock.url,
    refusing: await findRefusing(),
    redirecting: await listen(redirecting),
  };
  async function close() {
    redirecting.closeAllConnections();
    redirecting.close();
    await mock.close();
  }
  return { places, expected, requests, close };
}

/** A port that was free a moment ago. */
async function findRefusing(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  server.close();
  await once(server, 'close');
  return url;
}

/** Lets a server listen on a free port, and gives its origin. */
async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return `http://127.0.0.1:${address.port}`;
}

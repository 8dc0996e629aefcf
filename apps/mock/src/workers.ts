import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { RunningMock } from './mock.ts';
import { mergeRequests, type RecordedRequest } from './recorder.ts';
import type { FromWorker, ToWorker } from './shared-recorder.ts';

/** How long the others may take to list their requests, in milliseconds. */
const LIST_MS = 1000;

/**
 * Starts workers, each of which runs this program again with the same command line and is a mock; this process hands out
 * the connections. A worker that dies is replaced.
 *
 * @param say is told of workers that die
 * @throws {CommandError} when one cannot start; the message is its own
 */
export async function startWorkers(count: number, say: (message: string) => void): Promise<RunningMock> {
  let closing = false;

  function tell(worker: Worker, message: ToWorker): void {
    // One that is just ending cannot be told anything any more.
    if (worker.isConnected()) worker.send(message, () => {});
  }
  function tellAll(message: ToWorker): void {
    for (const worker of living()) tell(worker, message);
  }

  function start(): Promise<{ url: string; port: number }> {
    const worker = cluster.fork();
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.tells === 'listening') resolve({ url: message.url, port: message.port });
        else if (message.tells === 'failed') reject(new CommandError(message.why));
        else if (message.tells === 'clear all') tellAll({ tells: 'clear' });
        else if (message.tells === 'list all')
          void listAll(message.round).then((requests) =>
            tell(worker, { tells: 'all requests', round: message.round, requests }),
          );
      });
      worker.once('exit', (code, signal) => {
        reject(new CommandError(`A worker ended with ${signal ?? code} before it listened.`));
        if (closing) return;
        say(`A worker ended with ${signal ?? code}. Another takes its place.`);
        start().catch((error: Error) => say(`It could not: ${error.message}`));
      });
    });
  }

  async function listAll(round: string): Promise<RecordedRequest[]> {
    const lists = await Promise.all(
      living().map(
        (worker) =>
          new Promise<RecordedRequest[]>((resolve) => {
            const giveUp = setTimeout(() => finish([]), LIST_MS);
            function hear(message: FromWorker): void {
              if (message.tells === 'own requests' && message.round === round) finish(message.requests);
            }
            function finish(requests: RecordedRequest[]): void {
              clearTimeout(giveUp);
              worker.off('message', hear);
              resolve(requests);
            }
            worker.on('message', hear);
            tell(worker, { tells: 'list', round });
          }),
      ),
    );
    return mergeRequests(lists);
  }

  async function close(): Promise<void> {
    closing = true;
    const gone = living().map((worker) => once(worker, 'exit'));
    tellAll({ tells: 'close' });
    await Promise.all(gone);
  }

  try {
    // The first one finds the port where any free one is wanted; the others get the same.
    const address = await start();
    await Promise.all(Array.from({ length: count - 1 }, start));
    return {
      ...address,
      async reload() {
        tellAll({ tells: 'reload' });
        say('The workers read the contract again.');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter(
    (worker) => worker !== undefined && !worker.isDead() && worker.isConnected(),
  ) as Worker[];
}

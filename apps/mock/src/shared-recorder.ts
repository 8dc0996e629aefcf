import { createRecorder, type RecordedRequest, type Recorder } from './recorder.ts';

/** What a worker tells the first process. */
export type FromWorker =
  | { tells: 'listening'; url: string; port: number }
  | { tells: 'failed'; why: string }
  | { tells: 'own requests'; round: string; requests: RecordedRequest[] }
  | { tells: 'list all'; round: string }
  | { tells: 'clear all' };

/** What the first process tells a worker. */
export type ToWorker =
  | { tells: 'reload' }
  | { tells: 'close' }
  | { tells: 'clear' }
  | { tells: 'list'; round: string }
  | { tells: 'all requests'; round: string; requests: RecordedRequest[] };

/** Tells the first process something. */
export function tellPrimary(message: FromWorker): void {
  process.send?.(message);
}

/**
 * Keeps the requests of this worker, and lists and clears those of all workers. They know nothing of each other: who is
 * asked for the requests asks the first process, and that asks all.
 */
export function createSharedRecorder(): Recorder {
  const own = createRecorder();
  const rounds = new Map<string, (requests: RecordedRequest[]) => void>();
  let count = 0;

  process.on('message', async (message: ToWorker) => {
    if (message.tells === 'clear') await own.clear();
    else if (message.tells === 'list')
      tellPrimary({ tells: 'own requests', round: message.round, requests: await own.list() });
    else if (message.tells === 'all requests') {
      rounds.get(message.round)?.(message.requests);
      rounds.delete(message.round);
    }
  });

  return {
    add: own.add,
    clear: () => tellPrimary({ tells: 'clear all' }),
    list() {
      count += 1;
      const round = `${process.pid}.${count}`;
      return new Promise((resolve) => {
        rounds.set(round, resolve);
        tellPrimary({ tells: 'list all', round });
      });
    },
  };
}

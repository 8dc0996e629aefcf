import { availableParallelism } from 'node:os';

/** Runs a task when its turn comes. */
export type Queue = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Makes a queue that runs tasks in order, as many at a time as the machine has processors. */
export function createQueue(width: number = availableParallelism()): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running === width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The next task takes this place. The place becomes free only if no task waits.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

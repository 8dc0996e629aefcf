import { availableParallelism } from 'node:os';

/** Runs a task as soon as its turn comes. */
export type Queue = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** Makes a queue that runs as many tasks at a time as the machine has processors, in the order of their coming. */
export function createQueue(width: number = availableParallelism()): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running === width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes to the next one; it is free only when nobody waits.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

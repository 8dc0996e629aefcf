/** What ends a call early: its time limit, or the caller's signal. */
export interface Stop {
  /** Fires when the call has to end. */
  signal: AbortSignal;
  /** Calls back when the call has to end, or at once when it had to. */
  onEnd(callback: () => void): void;
  /** Settles as the work does, or rejects when the call has to end: nothing that hangs can hold it up. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** Waits, at most until the call has to end. */
  wait(ms: number): Promise<void>;
  /** Milliseconds until the time limit. */
  remaining(): number;
  /** Lets go of the timer and of the caller's signal. */
  release(): void;
}

/** What ends the calls of each caller's signal. They share one listener, because runtimes warn of many. */
const watching = new WeakMap<AbortSignal, Set<() => void> & EventListenerObject>();

/**
 * Ends a call when a signal fires.
 *
 * @returns what lets go of the signal
 */
function watch(signal: AbortSignal, end: () => void): () => void {
  const ends =
    watching.get(signal) ??
    Object.assign(new Set<() => void>(), {
      handleEvent: () => ends.forEach((one) => void one()),
    });
  watching.set(signal, ends);
  // One that listens already is not added again.
  signal.addEventListener('abort', ends.add(end) as typeof ends);
  return () => {
    if (ends.delete(end) && ends.size === 0) signal.removeEventListener('abort', ends);
  };
}

/**
 * Starts the time limit of one call.
 *
 * @param timeoutMs for all attempts and pauses together
 * @param caller the caller's own signal
 */
export function createStop(timeoutMs: number, caller: AbortSignal | null | undefined): Stop {
  const controller = new AbortController();
  const { signal } = controller;
  // Listeners of the signal itself would take a noticeable part of a call over loopback.
  const callbacks: (() => void)[] = [];
  const deadline = performance.now() + timeoutMs;
  const timer = setTimeout(end, timeoutMs);
  let unwatch: (() => void) | undefined;
  if (caller?.aborted) end();
  else if (caller) unwatch = watch(caller, end);

  function end(): void {
    controller.abort();
    for (const callback of callbacks) callback();
  }

  function onEnd(callback: () => void): void {
    if (signal.aborted) callback();
    else callbacks.push(callback);
  }

  return {
    signal,
    onEnd,
    race: (work) =>
      new Promise((resolve, reject) => {
        onEnd(reject);
        work.then(resolve, reject);
      }),
    wait: (ms) =>
      new Promise((resolve) => {
        const pause = setTimeout(resolve, ms);
        onEnd(() => {
          clearTimeout(pause);
          resolve();
        });
      }),
    remaining: () => deadline - performance.now(),
    release() {
      clearTimeout(timer);
      unwatch?.();
    },
  };
}

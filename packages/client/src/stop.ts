/** What ends a call early: its time limit, or the caller's signal. */
export interface Stop {
  /** Fires when the call has to end. */
  signal: AbortSignal;
  /** Milliseconds until the time limit. */
  remaining(): number;
  /** Settles as the work does, or rejects when the call has to end: nothing that hangs can hold it up. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** Waits, at most until the call has to end. */
  wait(ms: number): Promise<void>;
  /** Lets go of the timer and of the caller's signal. */
  release(): void;
}

/**
 * Starts the time limit of one call.
 *
 * @param timeoutMs for all attempts and pauses together
 * @param caller the caller's own signal
 */
export function createStop(timeoutMs: number, caller: AbortSignal | undefined): Stop {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort();
  const deadline = performance.now() + timeoutMs;
  const timer = setTimeout(abort, timeoutMs);
  if (caller !== undefined) onAbort(caller, abort);

  return {
    signal,
    remaining: () => deadline - performance.now(),
    race: (work) =>
      new Promise((resolve, reject) => {
        onAbort(signal, reject);
        work.then(resolve, reject);
      }),
    wait: (ms) =>
      new Promise((resolve) => {
        const pause = setTimeout(resolve, ms);
        onAbort(signal, () => {
          clearTimeout(pause);
          resolve();
        });
      }),
    release() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
}

/** Calls back when the signal fires, or at once when it has. */
export function onAbort(signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback);
}

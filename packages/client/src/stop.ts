/** What ends a call early: its time limit, or the caller's signal. */
export interface Stop {
  /** Fires when the call has to end. */
  signal: AbortSignal;
  /** Rejects when the call has to end, so that nothing that hangs can hold it up. */
  stopped: Promise<never>;
  /** Why the call has to end; undefined while it may go on. */
  reason(): 'timeout' | 'aborted' | undefined;
  /** Milliseconds until the time limit. */
  remaining(): number;
  /** Waits; ends early, without a throw, when the call has to end. */
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
  const deadline = performance.now() + timeoutMs;
  let reason: ReturnType<Stop['reason']>;
  let reject: () => void = () => {};
  const stopped = new Promise<never>((_, settle) => {
    reject = () => settle(new Error(reason));
  });
  // Nobody may be waiting for it when the call has to end.
  stopped.catch(() => {});

  function end(why: 'timeout' | 'aborted'): void {
    if (reason !== undefined) return;
    reason = why;
    controller.abort();
    reject();
  }
  const abort = () => end('aborted');
  const timer = setTimeout(() => end('timeout'), timeoutMs);
  if (caller?.aborted) abort();
  else caller?.addEventListener('abort', abort);

  return {
    signal,
    stopped,
    reason: () => reason,
    remaining: () => deadline - performance.now(),
    async wait(ms) {
      let pause: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<void>((resolve) => {
        pause = setTimeout(resolve, ms);
      });
      await Promise.race([over, stopped]).catch(() => {});
      clearTimeout(pause);
    },
    release() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
}

/** What ends a call early: its time limit, or the caller's signal. */
export interface Stop {
  /** Fires when the call has to end. */
  signal: AbortSignal;
  /** Rejects when the call has to end. */
  ended: Promise<never>;
  /** Settles as the work does, or rejects when the call has to end: nothing that hangs can hold it up. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** Waits, or rejects when the call has to end. */
  wait(ms: number): Promise<void>;
  /** When the time limit is reached, by `performance.now()`. */
  deadline: number;
  /** Lets go of the timers and of the caller's signal. */
  release(): void;
}

/** What ends the calls of one signal. As its one listener, because runtimes warn of many. */
class Ends extends Set<() => void> {
  handleEvent(): void {
    for (const end of this) end();
  }
}

const watching = new WeakMap<AbortSignal, Ends>();

/**
 * Ends a call when a signal fires.
 *
 * @returns what lets go of the signal
 */
function watch(signal: AbortSignal, end: () => void): () => void {
  const ends = watching.get(signal) ?? new Ends();
  watching.set(signal, ends.add(end));
  // One that listens already is not added again.
  signal.addEventListener('abort', ends);
  if (signal.aborted) end();
  return () => {
    ends.delete(end);
    if (!ends.size) signal.removeEventListener('abort', ends);
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
  let end!: () => void;
  // Listeners of the signal itself would take a noticeable part of a call over loopback.
  const ended = new Promise<never>((_, reject) => {
    end = () => {
      controller.abort();
      reject();
    };
  });
  // There may be nothing that waits for it.
  ended.catch(() => {});
  const timer = setTimeout(end, timeoutMs);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const unwatch = caller && watch(caller, end);

  const race = <Value>(work: Promise<Value>) => Promise.race([ended, work]);

  return {
    signal: controller.signal,
    ended,
    race,
    wait: (ms) =>
      race(
        new Promise((resolve) => {
          pause = setTimeout(resolve, ms);
        }),
      ),
    deadline: performance.now() + timeoutMs,
    release() {
      clearTimeout(timer);
      clearTimeout(pause);
      unwatch?.();
    },
  };
}

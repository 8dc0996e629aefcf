import { vi } from 'vitest';
import type { CancelResult, Exchange } from '../../src/index.ts';
import { CODE, createClient, INPUT } from '../call.ts';
import { arriveAt, type Event, type KeySource, type Server } from './model.ts';

/** The client's own time limit and retries, which are not given here. */
export const TIMEOUT_MS = 15_000;
export const RETRIES = 2;

/** The result of one call, on both sides. */
export interface Run {
  key: KeySource;
  /** What happened to each attempt. */
  sequence: readonly Event[];
  server: Server;
  /** How often the client called `fetch`. */
  sends: number;
  /** Undefined where the call threw. */
  result: CancelResult | undefined;
  exchanges: readonly Exchange[];
  elapsedMs: number;
}

/** The real `setImmediate`: promises settle in its turns, while the simulated clock stands still. */
const nextTurn = setImmediate;

/**
 * Makes one call of the real client, with a simulated `fetch` and clock.
 *
 * @returns undefined when the client sends once more than there are events
 * @throws {Error} when the call hangs
 */
export async function perform(sequence: readonly Event[], key: KeySource): Promise<Run | undefined> {
  const server: Server = { requests: 0, cancelled: false };
  const exchanges: Exchange[] = [];
  const caller = new AbortController();
  const abort = () => caller.abort();
  const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  let sends = 0;
  let isOver = false;
  const channel = createClient({
    apiKey: () => key.apiKey({ wait, abort }),
    onExchange: (exchange) => exchanges.push(exchange),
    fetch: async (_, init) => {
      const event = sequence[sends];
      sends += 1;
      if (event === undefined) return new Promise(() => {});
      arriveAt(server, event);
      return event.happen({ signal: init?.signal as AbortSignal, abort, wait });
    },
  });
  const started = performance.now();
  let result: CancelResult | undefined;
  channel
    .cancelTourOrder(CODE, { ...INPUT, signal: caller.signal })
    .then((given) => {
      result = given;
    })
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  for (;;) {
    await new Promise((resolve) => nextTurn(resolve));
    if (isOver || sends > sequence.length) break;
    if (vi.getTimerCount() === 0) throw new Error(`The call hangs: ${nameOf(sequence)}.`);
    vi.advanceTimersToNextTimer();
  }
  const elapsedMs = Math.round(performance.now() - started);
  // Sets the clock back, too.
  vi.clearAllTimers();
  return isOver ? { key, sequence, server, sends, result, exchanges, elapsedMs } : undefined;
}

/** What happened, as a line. */
export function nameOf(sequence: readonly Event[]): string {
  return sequence.map(({ name }) => name).join(' → ') || 'nothing';
}

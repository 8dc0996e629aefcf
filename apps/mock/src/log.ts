import type { Exchange } from './recorder.ts';

/** How a line of the log is written. */
export type LogFormat = 'pretty' | 'json';

/** Writes the log: one line for each thing that happens. No line holds a header, a query or a body, and so none a key. */
export interface Log {
  /** Says something in a sentence. */
  say(message: string): void;
  /** Says what was requested and what came of it. */
  exchanged(exchange: Exchange, milliseconds: number): void;
  /** Says that a request did not get the response that it should, and why. */
  failed(exchange: Pick<Exchange, 'method' | 'url'>, reason: string): void;
}

export function createLog(write: (line: string) => void, format: LogFormat): Log {
  const json = (entry: object) => write(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  if (format === 'json') {
    return {
      say: (message) => json({ message }),
      exchanged: ({ method, url, status, scenario, hint }, ms) =>
        json({ method, path: pathOf(url), status, ms: Number(ms.toFixed(1)), scenario, hint }),
      failed: ({ method, url }, error) => json({ method, path: pathOf(url), error }),
    };
  }
  return {
    say: write,
    exchanged({ method, url, status, scenario, hint }, ms) {
      const notes = Object.entries({ scenario, hint })
        .filter(([, note]) => note !== undefined)
        .map(([name, note]) => ` (${name}: ${note})`);
      write(`${method} ${pathOf(url)} ${status ?? 'no response'} ${ms.toFixed(1)} ms${notes.join('')}`);
    },
    failed: ({ method, url }, reason) => write(`${method} ${pathOf(url)} ${reason}`),
  };
}

/** Writes nothing. */
export const NO_LOG: Log = { say() {}, exchanged() {}, failed() {} };

function pathOf(url: string): string {
  const query = url.search(/[?#]/);
  return query === -1 ? url : url.slice(0, query);
}

import type { Exchange } from './recorder.ts';

/** How a line of the log is written. */
export type LogFormat = 'pretty' | 'json';

/** Writes the log, one line for each event. No line holds a header, a query or a body, so none holds a key. */
export interface Log {
  /** Logs a sentence. */
  say(message: string): void;
  /** Logs a request and its response. */
  exchanged(exchange: Exchange, milliseconds: number): void;
  /** Logs why a request did not get the response that it should. */
  failed(exchange: Pick<Exchange, 'method' | 'url'>, reason: string): void;
}

/** Makes a log that writes lines of a format. */
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

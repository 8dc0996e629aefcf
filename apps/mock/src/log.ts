import { authorizationIn } from './raw-headers.ts';
import type { Exchange } from './recorder.ts';
import { shownPath } from './target.ts';

/** How a line of the log is written. */
export type LogFormat = 'pretty' | 'json';

/** Writes the log, one line for each event. No line holds a header, a query or a body, and a key in the path is masked. */
export interface Log {
  /** Logs a sentence. */
  say(message: string): void;
  /** Logs a request and its response. */
  exchanged(exchange: Exchange, milliseconds: number): void;
  /** Logs why a request did not get the response that it should. */
  failed(exchange: Pick<Exchange, 'method' | 'url' | 'rawHeaders'>, reason: string): void;
}

/** Makes a log that writes lines of a format. */
export function createLog(write: (line: string) => void, format: LogFormat): Log {
  const json = (entry: object) => write(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  if (format === 'json') {
    return {
      say: (message) => json({ message }),
      exchanged: ({ status, scenario, hint, ...exchange }, ms) =>
        json({
          method: exchange.method,
          path: pathOf(exchange),
          status,
          ms: Number(ms.toFixed(1)),
          scenario,
          hint,
        }),
      failed: (exchange, error) => json({ method: exchange.method, path: pathOf(exchange), error }),
    };
  }
  return {
    say: write,
    exchanged({ status, scenario, hint, ...exchange }, ms) {
      const notes = Object.entries({ scenario, hint })
        .filter(([, note]) => note !== undefined)
        .map(([name, note]) => ` (${name}: ${note})`);
      const [what, took] = [`${exchange.method} ${pathOf(exchange)}`, `${ms.toFixed(1)} ms`];
      write(`${what} ${status ?? 'no response'} ${took}${notes.join('')}`);
    },
    failed: (exchange, reason) => write(`${exchange.method} ${pathOf(exchange)} ${reason}`),
  };
}

/** Writes nothing. */
export const NO_LOG: Log = { say() {}, exchanged() {}, failed() {} };

function pathOf({ url, rawHeaders }: Pick<Exchange, 'url' | 'rawHeaders'>): string {
  return shownPath(url, authorizationIn(rawHeaders));
}

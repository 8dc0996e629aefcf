import type { Fault } from './fault.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** What frames a body. A head with neither gets a `Content-Length` that fits. */
const FRAMING = ['content-length', 'transfer-encoding', 'connection'];

/** An HTTP response as bytes, right or wrong: `node:http` is too polite to be wrong. */
export function message(status: number | string, body: string | Buffer = '', headers: Headers = {}): Buffer {
  const bytes = Buffer.from(body);
  const names = Object.keys(headers);
  const all: Headers = {
    ...(FRAMING.some((name) => names.includes(name)) ? {} : { 'content-length': `${bytes.length}` }),
    ...(names.includes('content-type') ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`),
  );
  const head = `${typeof status === 'number' ? `HTTP/1.1 ${status} Status` : status}\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}

/** Responds to every request with these bytes, and leaves the connection open. */
export function saying(bytes: Buffer | string): NonNullable<Fault['respond']> {
  return ({ socket }) => void socket.write(bytes);
}

/** Responds with these bytes, and closes the connection. */
export function sayingAndEnding(bytes: Buffer | string): NonNullable<Fault['respond']> {
  return ({ socket }) => void socket.end(bytes);
}

/** Responds with these bytes, and resets the connection once they have left. */
export function sayingAndResetting(bytes: Buffer | string): NonNullable<Fault['respond']> {
  // A reset discards what was not read yet, so it comes later.
  return ({ socket }) => void socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 50));
}

/** Responds to the first request with the first of these, and so on; the last one again to every further one. */
export function inTurn(...responds: NonNullable<Fault['respond']>[]): NonNullable<Fault['respond']> {
  return (asked) => responds[Math.min(asked.count, responds.length) - 1]?.(asked);
}

/** Text as one chunk, without the last chunk. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

export const HTML = '<!doctype html><title>Error</title><h1>Error</h1>';

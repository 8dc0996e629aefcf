import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A request, byte for byte: `fetch` would add headers and rewrite the path. */
export interface OutgoingRequest {
  method: string;
  /** The path as it goes onto the wire, already encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

/** What came back. */
export interface Answer {
  status: number;
  /** By lower-case name; repeated headers are joined with a comma. */
  headers: Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8. */
  text: string;
  /** The parsed body; undefined when it is no JSON. */
  json: unknown;
  /** Milliseconds from sending to the end of the body. */
  durationMs: number;
}

/** The server gave no complete answer. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** More than any answer of this endpoint can have; the rest is not read. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Sends one request on a connection of its own, follows no redirect and repeats nothing.
 *
 * @param origin scheme, host and port of the server
 * @throws {NoAnswer} when the connection fails, or the whole answer is not there within `timeoutMs`
 */
export function exchange(origin: URL, outgoing: OutgoingRequest, timeoutMs: number): Promise<Answer> {
  const { method, path, headers, body } = outgoing;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (reason: string, cause?: unknown) =>
      reject(new NoAnswer(`${method} ${origin.origin}${path}: ${reason}`, { cause }));
    const send = origin.protocol === 'https:' ? requestHttps : requestHttp;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const signal = AbortSignal.timeout(timeoutMs);
    const request = send(origin, { method, path, headers: { ...headers, ...length }, agent: false, signal });
    request.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        signal.aborted ? `no complete answer within ${timeoutMs} ms` : (error.code ?? error.message),
        error,
      ),
    );
    request.on('response', async (response) => {
      try {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of response) {
          size += (chunk as Buffer).length;
          if (size > MAX_BODY_BYTES) return fail('the body is larger than 1 MiB');
          chunks.push(chunk as Buffer);
        }
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headersDistinct).map(([name, values]) => [
              name,
              (values ?? []).join(', '),
            ]),
          ),
          text,
          json: parse(text),
          durationMs: performance.now() - started,
        });
      } catch (error) {
        fail(signal.aborted ? `no complete answer within ${timeoutMs} ms` : 'the answer was cut off', error);
      }
    });
    request.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Credential } from './credential.ts';
import { parseDocument } from './json-document.ts';

/** A request, byte for byte: `fetch` would add headers and rewrite the path. */
export interface OutgoingRequest {
  method: string;
  /** The path as it goes onto the wire, already encoded. */
  path: string;
  credential: Credential;
  /** All headers but `Authorization`. */
  headers: Readonly<Record<string, string>>;
  /** Text goes out as UTF-8. */
  body?: string | Uint8Array | undefined;
  /** Left out, it goes out on a connection of its own. */
  connection?: Connection;
}

/** A connection that stays open from one request to the next, as long as the server lets it. */
export interface Connection {
  agents: Readonly<Record<string, HttpAgent>>;
  close(): void;
}

export function openConnection(): Connection {
  const options = { keepAlive: true, maxSockets: 1 };
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };
  return {
    agents,
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** What came back. */
export interface HttpResponse {
  status: number;
  /** By lower-case name; repeated headers are joined with a comma. */
  headers: Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8; invalid bytes stand as U+FFFD. */
  text: string;
  /** False when the body is not UTF-8. */
  utf8: boolean;
  /** The parsed body; undefined when it is not one JSON document. */
  json: unknown;
  /** Names that stand twice in one object of the body. */
  duplicateKeys: readonly string[];
  /** Milliseconds from sending to the end of the body. */
  durationMs: number;
  /** Whether the connection had carried an earlier request. */
  reusedConnection: boolean;
}

/** Why there was no complete response. */
export type NoResponseReason = 'too-slow' | 'too-large' | 'cut-off' | 'failed';

/** The server gave no complete response. */
export class NoResponse extends Error {
  override name = 'NoResponse';
  readonly reason: NoResponseReason;
  readonly durationMs: number;

  constructor(reason: NoResponseReason, message: string, durationMs: number, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
    this.durationMs = durationMs;
  }
}

/** More than any response of this endpoint can have; the rest is not read. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Sends one request, follows no redirect and repeats nothing.
 *
 * @param origin scheme, host and port of the server
 * @throws {NoResponse} when the connection fails, or the whole response is not there within `timeoutMs`
 */
export function exchange(origin: URL, outgoing: OutgoingRequest, timeoutMs: number): Promise<HttpResponse> {
  const { method, path, credential, body, connection } = outgoing;
  const agent = connection?.agents[origin.protocol] ?? false;
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (reason: NoResponseReason, what: string, cause?: unknown) => {
      const [why, text]: [NoResponseReason, string] = signal.aborted
        ? ['too-slow', `no complete response within ${timeoutMs} ms`]
        : [reason, what];
      reject(new NoResponse(why, `${method} ${origin.origin}${path}: ${text}`, elapsed(), cause));
    };
    const send = origin.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = {
      ...outgoing.headers,
      ...(credential.value === undefined ? {} : { authorization: credential.value }),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    };
    const request = send(origin, { method, path, headers, agent, signal });
    request.on('error', (error: NodeJS.ErrnoException) => fail('failed', error.code ?? error.message, error));
    request.on('response', async (response) => {
      try {
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of response) {
          size += (chunk as Buffer).length;
          if (size > MAX_BODY_BYTES) return fail('too-large', 'the body is larger than 1 MiB');
          chunks.push(chunk as Buffer);
        }
        const headers = Object.entries(response.headersDistinct).map(([name, values = []]) => [
          name,
          values.join(', '),
        ]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(headers),
          ...readBody(Buffer.concat(chunks)),
          durationMs: elapsed(),
          reusedConnection: request.reusedSocket,
        });
      } catch (error) {
        fail('cut-off', 'the response was cut off', error);
      }
    });
    request.end(body);
  });
}

function readBody(bytes: Buffer): Pick<HttpResponse, 'text' | 'utf8' | 'json' | 'duplicateKeys'> {
  const text = bytes.toString('utf8');
  const utf8 = Buffer.from(text, 'utf8').equals(bytes);
  const { value, duplicateKeys } = parseDocument(text);
  return { text, utf8, json: value, duplicateKeys };
}

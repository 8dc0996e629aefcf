import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import {
  type Connection,
  type HttpResponse,
  NoResponse,
  type NoResponseReason,
  type OutgoingRequest,
} from './message.ts';

/** More than any response of this endpoint needs. A larger body is not read to its end. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Error codes of a connection that was not established: nothing was sent. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'];

/** Opens a connection that stays open from one request to the next. */
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

/**
 * Sends one request once, and follows no redirect.
 *
 * @param origin scheme, host and port of the server
 * @throws {NoResponse} when the connection fails, or the response is not complete within `timeoutMs`
 */
export function send(origin: URL, outgoing: OutgoingRequest, timeoutMs: number): Promise<HttpResponse> {
  const { method, path, credential, body, connection } = outgoing;
  const agent = connection?.agents[origin.protocol] ?? false;
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  return new Promise((resolve, reject) => {
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      request.destroy();
    }, timeoutMs);
    const fail = (reason: NoResponseReason, what: string, code?: string) => {
      clearTimeout(limit);
      const [why, text]: [NoResponseReason, string] = isLate
        ? ['too-slow', `no complete response within ${timeoutMs} ms`]
        : [reason, what];
      reject(new NoResponse(why, `${method} ${origin.origin}${path}: ${text}`, elapsed(), code));
    };
    const request = (origin.protocol === 'https:' ? requestHttps : requestHttp)(origin, {
      method,
      path,
      headers: {
        ...outgoing.headers,
        ...(credential.value === undefined ? {} : { authorization: credential.value }),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent,
    });
    request.on('error', ({ code = '', message }: NodeJS.ErrnoException) => {
      fail(NOT_CONNECTED.includes(code) ? 'not-sent' : 'failed', code || message, code);
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= MAX_BODY_BYTES) return;
        fail('too-large', 'the body is larger than 1 MiB');
        request.destroy();
      });
      response.on('error', () => fail('cut-off', 'the response was cut off'));
      response.on('end', () => {
        clearTimeout(limit);
        const distinct = Object.entries(response.headersDistinct);
        const headers = Object.fromEntries(distinct.map(([name, values = []]) => [name, values.join(', ')]));
        resolve({
          status: response.statusCode ?? 0,
          headers,
          ...readBody(Buffer.concat(chunks), headers['content-encoding']),
          durationMs: elapsed(),
          reusedConnection: request.reusedSocket,
          lost: undefined,
        });
      });
    });
    request.end(body);
  });
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

type ReadBody = Pick<HttpResponse, 'text' | 'utf8' | 'decoded' | 'json' | 'duplicateKeys'>;

/** Reads a body of any status. An empty body is valid in every encoding. */
function readBody(bytes: Buffer, encoding = 'identity'): ReadBody {
  const plain = bytes.length === 0 ? bytes : decode(bytes, encoding);
  const text = (plain ?? bytes).toString('utf8');
  return {
    text,
    utf8: Buffer.from(text, 'utf8').equals(plain ?? bytes),
    decoded: plain !== undefined,
    ...parseDocument(text),
  };
}

function decode(bytes: Buffer, encoding: string): Buffer | undefined {
  try {
    return DECODERS[encoding.trim().toLowerCase()]?.(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Parses a text that must be one JSON document. Repeated names are legal JSON, but parsers read them differently (RFC 8259,
 * section 4), so they are reported.
 */
function parseDocument(text: string): Pick<ReadBody, 'json' | 'duplicateKeys'> {
  try {
    const json: unknown = JSON.parse(text);
    return { json, duplicateKeys: findDuplicateKeys(text) };
  } catch {
    return { json: undefined, duplicateKeys: [] };
  }
}

/** The tokens of a JSON document that matter here: a string, with the colon that makes it a name, and the braces of an object. */
const TOKENS = /"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:)?|[{}]/gs;

function findDuplicateKeys(json: string): string[] {
  const duplicates = new Set<string>();
  const objects: Set<string>[] = [];
  for (const [token, name, colon] of json.matchAll(TOKENS)) {
    if (token === '{') objects.push(new Set());
    if (token === '}') objects.pop();
    if (name === undefined || colon === undefined) continue;
    const names = objects.at(-1);
    const decoded: string = JSON.parse(`"${name}"`);
    if (names?.has(decoded)) duplicates.add(name);
    names?.add(decoded);
  }
  return [...duplicates];
}

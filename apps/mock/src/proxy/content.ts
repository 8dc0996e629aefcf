import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { parseBody } from '../body.ts';
import { isJson } from '../media-type.ts';
import type { PassedBody, PassedExchange } from './exchange.ts';

/** What could be read of a body. */
export type Content =
  | { kind: 'json'; value: unknown }
  | { kind: 'absent' }
  /** It is not what its headers say. */
  | { kind: 'malformed'; problem: string }
  /** It was not sent as JSON. */
  | { kind: 'other' }
  /** Nothing is known about it. */
  | { kind: 'unread'; because: string };

const MIB = 1024 * 1024;
const MAX_DECODED_BYTES = 4 * MIB;

const DECODERS: Readonly<
  Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer>
> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  // Some servers send it without the header of zlib, and clients accept that.
  deflate: (bytes, options) =>
    ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options),
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** Reads a body as its headers describe it. */
export function readContent(headers: PassedExchange['requestHeaders'], body: PassedBody): Content {
  if (!Buffer.isBuffer(body)) return { kind: 'unread', ...body };
  if (body.length === 0) return { kind: 'absent' };
  if (!isJson(headers['content-type'] ?? '')) return { kind: 'other' };

  const codings = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  let bytes: Uint8Array = body;
  for (const coding of codings.map((one) => one.trim()).reverse()) {
    if (coding === '' || coding === 'identity') continue;
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decode === undefined)
      return { kind: 'unread', because: 'its Content-Encoding is none that the proxy knows' };
    try {
      bytes = decode(bytes, { maxOutputLength: MAX_DECODED_BYTES });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        return { kind: 'unread', because: `it is larger than ${MAX_DECODED_BYTES / MIB} MiB once decoded` };
      return { kind: 'malformed', problem: 'The body is not encoded as its Content-Encoding says.' };
    }
  }
  const value = bytes.length === 0 ? undefined : parseBody(bytes);
  return value === undefined
    ? { kind: 'malformed', problem: 'The body is not JSON in UTF-8.' }
    : { kind: 'json', value };
}

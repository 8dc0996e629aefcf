import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { isJson } from '../media-type.ts';
import type { PassedExchange } from './exchange.ts';

const INFLATE = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
} as const;

/** Stands for a body that was sent as JSON and is not. */
export const NOT_JSON = Symbol('not JSON');

/** The parsed JSON, the text of another media type, or undefined for a missing or too large body. */
export function readContent(headers: PassedExchange['requestHeaders'], body: Buffer | undefined): unknown {
  if (body === undefined || body.length === 0) return undefined;
  const encoding = headers['content-encoding']?.toLowerCase();
  try {
    const inflate = Object.entries(INFLATE).find(([name]) => name === encoding)?.[1];
    const bytes = inflate === undefined ? body : inflate(body, { maxOutputLength: 4 * 1024 * 1024 });
    if (!isJson(headers['content-type'] ?? '')) return bytes.toString();
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return NOT_JSON;
  }
}

/** The content for Prism, which has no value for malformed JSON. */
export function withoutSymbol(content: unknown): unknown {
  return content === NOT_JSON ? undefined : content;
}

import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** How much of a too large body is read and dropped, so that the client can read the response. */
const MAX_DROPPED_BYTES = 64 * MAX_BODY_BYTES;

/**
 * Reads a request's body.
 *
 * @returns the bytes, or undefined when there are more than {@link MAX_BODY_BYTES}
 * @throws {Error} when the connection ends before the body does
 */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('The connection ended before the body did.'));
    if (request.destroyed) return lost();
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else if (size > MAX_DROPPED_BYTES) request.destroy();
      else {
        chunks.length = 0;
        resolve(undefined);
      }
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', lost);
  });
}

// A byte order mark is kept and makes the JSON invalid, as in Python.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses a JSON body. An absent body is an empty object, as in Django REST framework.
 *
 * @returns undefined when it is not UTF-8 or not JSON
 */
export function parseBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

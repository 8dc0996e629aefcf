import { createHash } from 'node:crypto';

/** Identifies a bundled contract by all that it says: the SHA-256 of it as compact JSON, in hexadecimal. */
export function fingerprintOf(document: unknown): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex');
}

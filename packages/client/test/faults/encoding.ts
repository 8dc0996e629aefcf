import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { CODE } from '../call.ts';
import { CODE_ECHO, ORDER, RIGHT, responseWith, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { message, sayingAndEnding } from './message.ts';

const encoded = (does: string, known: Fault['known'], encoding: string, body: string | Buffer): Fault => ({
  does,
  known,
  respond: sayingAndEnding(message(SUCCESS, body, { 'content-encoding': encoding })),
});
const typed = (does: string, known: Fault['known'], type: string, body: string | Buffer): Fault => ({
  does,
  known,
  respond: sayingAndEnding(message(SUCCESS, body, { 'content-type': type })),
});

const gzip = gzipSync(RIGHT);
/** The checksum stands eight bytes before the end. */
const wrongChecksum = Buffer.from(gzip);
wrongChecksum.fill(0, gzip.length - 8, gzip.length - 4);
const order = `{"${CODE_ECHO}":"${CODE}"}`;

/** The body is compressed, or in another character set. */
export const ENCODING: readonly Fault[] = [
  encoded('compresses with gzip', 'cancelled', 'gzip', gzip),
  encoded('compresses with Brotli', 'cancelled', 'br', brotliCompressSync(RIGHT)),
  encoded('compresses with deflate', 'cancelled', 'deflate', deflateSync(RIGHT)),
  encoded('says gzip, and does not compress', 'unknown', 'gzip', RIGHT),
  encoded('says Brotli, and does not compress', 'unknown', 'br', RIGHT),
  encoded('says deflate, and compresses with Brotli', 'unknown', 'deflate', brotliCompressSync(RIGHT)),
  encoded('says Brotli, and compresses with gzip', 'unknown', 'br', gzip),
  encoded('cuts what it compressed with gzip', 'unknown', 'gzip', gzip.subarray(0, 40)),
  encoded('cuts what it compressed with Brotli', 'unknown', 'br', brotliCompressSync(RIGHT).subarray(0, 40)),
  encoded('has a wrong checksum in gzip', 'unknown', 'gzip', wrongChecksum),
  encoded('says gzip, and sends nothing', 'unknown', 'gzip', ''),
  encoded('sends a bomb of zeros in gzip', 'unknown', 'gzip', gzipSync(Buffer.alloc(9_000_000))),
  encoded(
    'sends a bomb of white space in Brotli',
    'unknown',
    'br',
    brotliCompressSync(Buffer.alloc(9_000_000, ' ')),
  ),
  typed('compresses with gzip, and does not say so', 'unknown', 'application/json', gzip),
  typed('begins the order with a byte order mark', 'cancelled', 'application/json', `\ufeff${RIGHT}`),
  typed('says UTF-8', 'cancelled', 'application/json; charset=utf-8', RIGHT),
  typed('says that the order is text', 'cancelled', 'text/plain', RIGHT),
  typed('says that the order is HTML', 'cancelled', 'text/html', RIGHT),
  typed('says that the order is an image', 'cancelled', 'image/png', RIGHT),
  typed('says nothing about the type', 'cancelled', '', RIGHT),
  typed('says a type that nobody can read', 'cancelled', ';;;=,', RIGHT),
  typed('sends UTF-16', 'unknown', 'application/json; charset=utf-16', Buffer.from(RIGHT, 'utf16le')),
  typed('sends UTF-16, and says UTF-8', 'unknown', 'application/json', Buffer.from(RIGHT, 'utf16le')),
  typed(
    'sends the order code in Latin-1',
    'unknown',
    'application/json',
    Buffer.from(responseWith({ ...ORDER, [CODE_ECHO]: `${CODE}\u00e9` }), 'latin1'),
  ),
  typed('sends bytes that no character set has', 'unknown', 'application/json', Buffer.alloc(200, 0xff)),
  typed('sends an image', 'unknown', 'image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  typed('sends the order code in Base64', 'unknown', 'application/json', Buffer.from(btoa(order))),
  typed(
    'sends a form',
    'unknown',
    'application/x-www-form-urlencoded',
    new URLSearchParams(toForm()).toString(),
  ),
  typed('sends XML', 'unknown', 'application/xml', `<order><code>${CODE}</code></order>`),
  typed('sends an event stream', 'unknown', 'text/event-stream', `data: ${RIGHT}\n\n`),
];

function toForm(): Record<string, string> {
  return Object.fromEntries(Object.entries(ORDER).map(([name, value]) => [name, String(value)]));
}

import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { chunk, message, sayingAndEnding } from './message.ts';

const length = Buffer.byteLength(RIGHT);
const framed = (
  does: string,
  known: Fault['known'],
  headers: Record<string, string | string[]>,
  body = RIGHT,
) => ({
  does,
  known,
  respond: sayingAndEnding(message(SUCCESS, body, headers)),
});
const chunked = (does: string, known: Fault['known'], body: string): Fault =>
  framed(does, known, { 'transfer-encoding': 'chunked' }, body);
const last = '0\r\n\r\n';

/** What says where a body ends is wrong, or unusual. */
export const FRAMING: readonly Fault[] = [
  framed('announces fewer bytes than the order has', 'unknown', { 'content-length': `${length - 9}` }),
  framed('announces no bytes, and sends the order', 'unknown', { 'content-length': '0' }),
  framed('announces a length that is not a number', 'unknown', { 'content-length': 'many' }),
  framed('announces a negative length', 'unknown', { 'content-length': '-1' }),
  framed('announces a length beyond all numbers', 'unknown', { 'content-length': '9'.repeat(40) }),
  framed('announces two lengths that differ', 'unknown', { 'content-length': [`${length}`, '9'] }),
  framed('announces a length and chunks', 'unknown', {
    'content-length': `${length}`,
    'transfer-encoding': 'chunked',
  }),
  chunked('sends the order without chunks where it announced them', 'unknown', RIGHT),
  chunked('gives a chunk a size that is not a number', 'unknown', `zz\r\n${RIGHT}\r\n${last}`),
  chunked('gives a chunk a negative size', 'unknown', `-5\r\n${RIGHT}\r\n${last}`),
  chunked('gives a chunk a size beyond all numbers', 'unknown', `${'f'.repeat(40)}\r\n${RIGHT}\r\n${last}`),
  chunked(
    'gives a chunk a size that is too small',
    'unknown',
    `${(length - 9).toString(16)}\r\n${RIGHT}\r\n${last}`,
  ),
  chunked(
    'gives a chunk a size that is too large',
    'unknown',
    `${(length + 99).toString(16)}\r\n${RIGHT}\r\n${last}`,
  ),
  chunked('ends before the first chunk', 'unknown', ''),
  chunked('sends only the last chunk', 'unknown', last),
  chunked('sends the order in chunks of one byte', 'cancelled', [...RIGHT].map(chunk).join('') + last),
  chunked(
    'sends trailers after the last chunk',
    'cancelled',
    `${chunk(RIGHT)}0\r\nx-trailer: one\r\nx-trailer: two\r\n\r\n`,
  ),
  chunked('sends a status in a trailer', 'cancelled', `${chunk(RIGHT)}0\r\nstatus: 500\r\n\r\n`),
  chunked(
    'adds an extension to a chunk',
    'cancelled',
    `${length.toString(16)};name=value\r\n${RIGHT}\r\n${last}`,
  ),
  {
    does: 'sends a second response after the first',
    known: 'cancelled',
    respond: sayingAndEnding(Buffer.concat([message(SUCCESS, RIGHT), message(500, '{"detail":"no"}')])),
  },
];

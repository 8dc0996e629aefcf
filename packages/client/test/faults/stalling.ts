import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { chunk, message, saying } from './message.ts';

/** Writes a text again and again until the connection closes. */
function dripping(before: Buffer | string, drop: string): NonNullable<Fault['respond']> {
  return ({ socket }) => {
    socket.write(before);
    repeat(socket, drop);
  };
}

function repeat(socket: Socket, drop: string): void {
  const timer = setInterval(() => socket.write(drop), 50);
  socket.on('close', () => clearInterval(timer));
}

const chunked = (body: string) => message(SUCCESS, body, { 'transfer-encoding': 'chunked' });

const STALLED: readonly Omit<Fault, 'known' | 'waits'>[] = [
  { does: 'never responds', respond: () => {} },
  { does: 'stops within the status line', respond: saying('HTTP/1.1 200') },
  {
    does: 'stops within the headers',
    respond: saying('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'),
  },
  { does: 'stops before the body', respond: saying(message(SUCCESS, '', { 'content-length': '99' })) },
  {
    does: 'stops within the body',
    respond: saying(message(SUCCESS, RIGHT.slice(0, 40), { 'content-length': '99' })),
  },
  {
    does: 'sends the whole order, and stops before all that it announced',
    respond: saying(message(SUCCESS, RIGHT, { 'content-length': '999' })),
  },
  { does: 'stops within a chunk', respond: saying(chunked(chunk(RIGHT).slice(0, 40))) },
  {
    does: 'sends the whole order in a chunk, and stops before the last chunk',
    respond: saying(chunked(chunk(RIGHT))),
  },
  {
    does: 'sends the whole order, and never closes the connection that would end it',
    respond: saying(message(SUCCESS, RIGHT, { connection: 'close' })),
  },
  {
    does: 'stops within a compressed body',
    respond: saying(
      message(SUCCESS, gzipSync(RIGHT).subarray(0, -12), {
        'content-encoding': 'gzip',
        'content-length': `${gzipSync(RIGHT).length}`,
      }),
    ),
  },
  { does: 'says 100 Continue, and nothing after it', respond: saying('HTTP/1.1 100 Continue\r\n\r\n') },
  { does: 'says 103 Early Hints for ever', respond: dripping('', 'HTTP/1.1 103 Early Hints\r\n\r\n') },
  { does: 'drips white space before the order for ever', respond: dripping(chunked(''), chunk(' ')) },
  {
    does: 'drips headers for ever',
    respond: dripping('HTTP/1.1 200 OK\r\n', 'x-more: more\r\n'),
  },
  { does: 'reads nothing of the request, and keeps the connection', open: (socket) => void socket.pause() },
  {
    does: 'stops within a refusal',
    respond: saying(message(403, '{"detail":', { 'content-length': '40' })),
  },
];

/** Nothing more comes, and only a time limit ends the call. */
export const STALLING: readonly Fault[] = [
  ...STALLED.map((fault): Fault => ({ ...fault, known: 'unknown', waits: true })),
  {
    // Undici gives up after ten seconds, with a code; a time limit that is shorter says nothing of the handshake.
    does: 'accepts the connection, and never begins the TLS handshake',
    known: 'not_sent',
    told: false,
    waits: true,
    place: { kind: 'plain at https' },
  },
];

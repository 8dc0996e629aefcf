import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { chunk, inTurn, message, saying, sayingAndEnding, sayingAndResetting } from './message.ts';

const whole = message(SUCCESS, RIGHT);
const announced = message(SUCCESS, RIGHT, { 'content-length': '999' });
const half = message(SUCCESS, RIGHT.slice(0, 40), { 'content-length': `${Buffer.byteLength(RIGHT)}` });
const chunked = (body: string) => message(SUCCESS, body, { 'transfer-encoding': 'chunked' });
const untilClosed = (body: string) => message(SUCCESS, body, { connection: 'close' });

/** The connection ends at every point of the exchange. */
export const CLOSING: readonly Fault[] = [
  {
    // Seen as a connection that was never made, or as one that ended after the request.
    does: 'resets the connection as soon as it is open',
    known: 'not_sent',
    told: false,
    open: (socket) => socket.resetAndDestroy(),
  },
  { does: 'closes the connection as soon as it is open', known: 'unknown', open: (socket) => socket.end() },
  {
    does: 'resets at the first bytes of the request',
    known: 'unknown',
    part: (socket) => socket.resetAndDestroy(),
  },
  { does: 'closes at the first bytes of the request', known: 'unknown', part: (socket) => socket.end() },
  { does: 'resets after the request', known: 'unknown', respond: ({ socket }) => socket.resetAndDestroy() },
  { does: 'closes without a response', known: 'unknown', respond: ({ socket }) => socket.end() },
  {
    does: 'waits a moment, then resets',
    known: 'unknown',
    respond: ({ socket }) => void setTimeout(() => socket.resetAndDestroy(), 100),
  },
  { does: 'closes within the status line', known: 'unknown', respond: sayingAndEnding('HTTP/1.1 2') },
  { does: 'closes after the status line', known: 'unknown', respond: sayingAndEnding('HTTP/1.1 200 OK\r\n') },
  {
    does: 'closes within the headers',
    known: 'unknown',
    respond: sayingAndEnding('HTTP/1.1 200 OK\r\ncontent-type: appl'),
  },
  {
    does: 'resets within the headers',
    known: 'unknown',
    respond: sayingAndResetting('HTTP/1.1 200 OK\r\ncontent-type: appl'),
  },
  {
    does: 'closes before the body that it announced',
    known: 'unknown',
    respond: sayingAndEnding(message(SUCCESS, '', { 'content-length': '99' })),
  },
  { does: 'closes within the body', known: 'unknown', respond: sayingAndEnding(half) },
  { does: 'resets within the body', known: 'unknown', respond: sayingAndResetting(half) },
  {
    does: 'sends the whole order, but closes before all that it announced',
    known: 'unknown',
    respond: sayingAndEnding(announced),
  },
  {
    does: 'sends the whole order, but resets before all that it announced',
    known: 'unknown',
    respond: sayingAndResetting(announced),
  },
  {
    does: 'closes within a chunk',
    known: 'unknown',
    respond: sayingAndEnding(chunked(chunk(RIGHT).slice(0, 40))),
  },
  {
    does: 'sends the whole order in a chunk, but closes before the last chunk',
    known: 'unknown',
    respond: sayingAndEnding(chunked(chunk(RIGHT))),
  },
  {
    does: 'sends the whole order in a chunk, but resets before the last chunk',
    known: 'unknown',
    respond: sayingAndResetting(chunked(chunk(RIGHT))),
  },
  {
    does: 'resets within a body that ends with the connection',
    known: 'unknown',
    respond: sayingAndResetting(untilClosed(RIGHT.slice(0, 40))),
  },
  {
    does: 'closes within a body that ends with the connection',
    known: 'unknown',
    respond: sayingAndEnding(untilClosed(RIGHT.slice(0, 40))),
  },
  {
    does: 'ends the whole order with the connection',
    known: 'cancelled',
    respond: sayingAndEnding(untilClosed(RIGHT)),
  },
  { does: 'closes after the whole response', known: 'cancelled', respond: sayingAndEnding(whole) },
  {
    does: 'resets a kept connection at the first bytes of the next request',
    known: 'unknown',
    calls: 2,
    sends: 2,
    respond: inTurn(saying(whole), ({ socket }) => socket.resetAndDestroy()),
  },
  {
    does: 'closes a kept connection after the next request',
    known: 'unknown',
    calls: 2,
    sends: 2,
    respond: inTurn(saying(whole), ({ socket }) => socket.end()),
  },
  {
    does: 'responds before the request, and closes',
    known: 'unknown',
    open: (socket) => void socket.end(message(500, '{"detail":"no"}', { connection: 'close' })),
  },
];

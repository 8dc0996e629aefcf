import { FORBIDDEN, isDocumented, NOT_FOUND, RIGHT, SUCCESS } from '../documented.ts';
import type { Fault, Known } from './fault.ts';
import { inTurn, message, saying } from './message.ts';

type Respond = NonNullable<Fault['respond']>;

const body = '{"detail":"later"}';
const asking = (status: number, after: string) => saying(message(status, body, { 'retry-after': after }));
const again = (does: string, known: Known, sends: number, ...responds: Respond[]): Fault => ({
  does,
  known,
  sends,
  respond: inTurn(...responds),
});

const right = saying(message(SUCCESS, RIGHT));
const reset: Respond = ({ socket }) => socket.resetAndDestroy();
const close: Respond = ({ socket }) => socket.end();
/** Responds, and is gone when the client comes back. */
const gone =
  (status: number): Respond =>
  ({ socket, stopListening }) => {
    stopListening();
    socket.end(
      message(status, body, { 'retry-after': '0', connection: 'close', 'content-length': `${body.length}` }),
    );
  };

/** Neither a number of seconds nor a date of HTTP. */
const UNREADABLE = [
  'soon',
  'soon GMT',
  'May GMT',
  '-5',
  '1.5',
  '1, 2',
  '0x1',
  '2015-10-21',
  'Sun Nov  6 08:49:37 1994',
  '9'.repeat(400),
  '',
];
const PAST = 'Wed, 21 Oct 2015 07:28:00 GMT';

/** The server asks to come back, or seems to. Clients give up after three attempts. */
const ALL: readonly (Fault & { status: number })[] = [
  ...[429, 503].flatMap((status) => {
    const alone: Known = status === 429 ? 'rejected' : 'unknown';
    return [
      again(`asks with ${status} to come back at once, each time`, alone, 3, asking(status, '0')),
      again(`asks with ${status} to come back on a day long past`, alone, 3, asking(status, PAST)),
      again(`asks with ${status} to come back in an hour`, alone, 3, asking(status, '3600')),
      ...UNREADABLE.map((after) =>
        again(`asks with ${status} to come back at "${after.slice(0, 24)}"`, alone, 1, asking(status, after)),
      ),
      again(
        `asks once with ${status} to come back, then cancels`,
        'cancelled',
        3,
        asking(status, '0'),
        right,
      ),
      again(`asks once with ${status} to come back, then resets`, 'unknown', 2, asking(status, '0'), reset),
      again(`asks once with ${status} to come back, then closes`, 'unknown', 2, asking(status, '0'), close),
      again(`asks with ${status} to come back, and is gone then`, alone, 1, gone(status)),
      ...[FORBIDDEN, NOT_FOUND].map((refusal) =>
        again(
          `asks once with ${status} to come back, then refuses with ${refusal.status}`,
          alone,
          2,
          asking(status, '0'),
          saying(message(refusal.status, JSON.stringify(refusal.body))),
        ),
      ),
      again(
        `asks once with ${status} to come back, then fails with 500`,
        'unknown',
        2,
        asking(status, '0'),
        saying(message(500, body)),
      ),
    ].map((fault) => ({ ...fault, status }));
  }),
  ...[408, 409, 413, 425, 500, 502, 504].map((status) => ({
    ...again(`responds with ${status}, and asks to come back at once`, 'unknown', 1, asking(status, '0')),
    status,
  })),
  {
    ...again(
      'asks with 429, then with 503, to come back, then refuses',
      'unknown',
      3,
      asking(429, '0'),
      asking(503, '0'),
      saying(message(NOT_FOUND.status, JSON.stringify(NOT_FOUND.body))),
    ),
    status: 429,
  },
  // The standard of `fetch` has a request sent once more on another connection.
  {
    ...again('says that the request was misdirected (421)', 'unknown', 2, saying(message(421, body))),
    status: 421,
  },
];

export const RETRIES: readonly Fault[] = [
  ...ALL.filter(({ status }) => !isDocumented(status)).map(({ status, ...fault }) => fault),
  {
    does: 'cancels, and asks to come back',
    known: 'cancelled',
    respond: saying(message(SUCCESS, RIGHT, { 'retry-after': '0' })),
  },
];

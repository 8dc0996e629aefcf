import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { message, sayingAndEnding } from './message.ts';

/** The order follows, as if the line were right. */
const statusLine = (does: string, line: string, known: Fault['known'] = 'unknown'): Fault => ({
  does,
  known,
  respond: sayingAndEnding(message(line, RIGHT)),
});
const headers = (does: string, known: Fault['known'], lines: string): Fault => ({
  does,
  known,
  respond: sayingAndEnding(
    `HTTP/1.1 ${SUCCESS} OK\r\n${lines}content-length: ${Buffer.byteLength(RIGHT)}\r\n\r\n${RIGHT}`,
  ),
});
const bytes = (does: string, text: string | Buffer): Fault => ({
  does,
  known: 'unknown',
  respond: sayingAndEnding(text),
});

/** The beginning of a response is malformed, or unusual. */
export const HEAD: readonly Fault[] = [
  bytes('sends the order without a head', RIGHT),
  bytes('speaks SMTP', '220 mail.example.com ESMTP\r\n'),
  bytes('speaks SSH', 'SSH-2.0-OpenSSH_9.9\r\n'),
  bytes('speaks HTTP/2', Buffer.from('000012040000000000000300000064', 'hex')),
  bytes('sends a TLS alert', Buffer.from('15030100020228', 'hex')),
  bytes('sends bytes of zero', Buffer.alloc(64)),
  bytes('sends HTML without a head', '<h1>It works!</h1>'),
  statusLine('leaves out the status', 'HTTP/1.1'),
  statusLine('has a text for a status', 'HTTP/1.1 OK'),
  statusLine('has a status of two digits', 'HTTP/1.1 20 OK'),
  statusLine('has a status of four digits', 'HTTP/1.1 2000 OK'),
  statusLine('has the status 0', 'HTTP/1.1 000 OK'),
  statusLine('has the status 600', 'HTTP/1.1 600 OK'),
  statusLine('has the status 999', 'HTTP/1.1 999 OK'),
  statusLine('has a negative status', 'HTTP/1.1 -200 OK'),
  statusLine('speaks a protocol that is not HTTP', `SIP/2.0 ${SUCCESS} OK`),
  statusLine('speaks HTTP/3 in the clear', `HTTP/3.0 ${SUCCESS} OK`),
  statusLine('has no reason phrase', `HTTP/1.1 ${SUCCESS}`, 'cancelled'),
  statusLine('has the reason phrase of a failure', `HTTP/1.1 ${SUCCESS} Internal Server Error`, 'cancelled'),
  statusLine('fails with the reason phrase of a success', 'HTTP/1.1 500 OK'),
  headers('sends a header without a colon', 'unknown', 'x-header\r\n'),
  headers('sends a header with a space in its name', 'unknown', 'x header: value\r\n'),
  headers('sends a header with an empty name', 'unknown', ': value\r\n'),
  headers('sends a header with a byte of zero', 'unknown', 'x-header: a\0b\r\n'),
  headers('sends 100 kB of headers', 'unknown', `x-header: ${'x'.repeat(100_000)}\r\n`),
  headers('sends 40 cookies', 'cancelled', 'set-cookie: session=1; Path=/; HttpOnly\r\n'.repeat(40)),
  headers('sends a header in Korean', 'cancelled', 'x-header: 취소\r\n'),
  headers('sends an empty header', 'cancelled', 'x-header:\r\n'),
];

const informed = (does: string, before: string, known: Fault['known'] = 'cancelled'): Fault => ({
  does,
  known,
  respond: sayingAndEnding(Buffer.concat([Buffer.from(before), message(SUCCESS, RIGHT)])),
});

/** Informational responses (1xx) come before the response. */
export const INTERIM: readonly Fault[] = [
  // The `fetch` of Node.js fails at a 100 that it did not ask for.
  { ...informed('says 100 Continue first', 'HTTP/1.1 100 Continue\r\n\r\n'), told: false },
  informed('says 102 Processing first', 'HTTP/1.1 102 Processing\r\n\r\n'),
  informed('says 103 Early Hints first', 'HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=preload\r\n\r\n'),
  informed('says 199 first', 'HTTP/1.1 199 Unknown\r\n\r\n'),
  {
    ...informed('says 100 Continue a hundred times first', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)),
    told: false,
  },
  informed('says 103 Early Hints a hundred times first', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
  {
    does: 'switches to a protocol that nobody asked for',
    known: 'unknown',
    respond: sayingAndEnding(
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
    ),
  },
  {
    does: 'says 100 Continue, and closes',
    known: 'unknown',
    respond: sayingAndEnding('HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    does: 'says 103 Early Hints with the order as its body, and closes',
    known: 'unknown',
    respond: sayingAndEnding(message('HTTP/1.1 103 Early Hints', RIGHT)),
  },
];

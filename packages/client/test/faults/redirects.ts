import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { HTML, inTurn, message, saying } from './message.ts';

/** @param location gets the second server's origin, and this one's */
const to = (
  status: number,
  does: string,
  location: (elsewhere: string, origin: string) => string,
  more: Partial<Fault> = {},
): Fault => ({
  does: `redirects with ${status} ${does}`,
  known: 'unknown',
  respond: ({ socket, elsewhere, origin }) =>
    void socket.write(message(status, '', { location: location(elsewhere, origin) })),
  ...more,
});

const STATUSES = [301, 302, 303, 307, 308];

/** The second server cancels whatever it is asked, and has no business with it. */
export const REDIRECTS: readonly Fault[] = [
  ...STATUSES.map((status) => to(status, 'to another server', (elsewhere) => `${elsewhere}/v1/orders`)),
  ...STATUSES.map((status) => to(status, 'to itself for ever', () => '/v1/again')),
  ...STATUSES.map((status) =>
    to(status, 'to its page for logins', () => '/login', {
      respond: inTurn(
        ({ socket }) => void socket.write(message(status, '', { location: '/login' })),
        saying(message(SUCCESS, HTML, { 'content-type': 'text/html' })),
      ),
    }),
  ),
  ...[307, 308].map((status) =>
    to(status, 'to the same path with a slash, and cancels there', () => '/v1/', {
      following: 'cancelled',
      respond: inTurn(
        ({ socket }) => void socket.write(message(status, '', { location: '/v1/' })),
        saying(message(SUCCESS, RIGHT)),
      ),
    }),
  ),
  to(307, 'to another server, without its scheme', (elsewhere) => `${elsewhere.replace(/^http:/, '')}/v1`),
  to(307, 'to another server with a user and a password', (elsewhere) =>
    elsewhere.replace('//', '//user:password@'),
  ),
  to(307, 'to another server by its name', (elsewhere) => elsewhere.replace('127.0.0.1', 'localhost')),
  to(307, 'to itself, and is gone then', () => '/', {
    respond({ socket, origin, stopListening }) {
      stopListening();
      socket.end(message(307, '', { location: `${origin}/`, connection: 'close' }));
    },
  }),
  to(307, 'to nowhere', () => ''),
  to(307, 'to what is not a valid URL', () => 'http://['),
  to(307, 'to a script', () => 'javascript:alert(1)'),
  to(307, 'to data', () => `data:application/json,${encodeURIComponent(RIGHT)}`),
  to(307, 'to a file', () => 'file:///etc/hostname'),
  ...STATUSES.map(
    (status): Fault => ({
      does: `redirects with ${status} and does not say where`,
      known: 'unknown',
      respond: saying(message(status)),
    }),
  ),
  {
    does: 'redirects with 307, and has the cancelled order in the body',
    known: 'unknown',
    respond: ({ socket, elsewhere }) => void socket.write(message(307, RIGHT, { location: elsewhere })),
  },
  to(300, 'to one of several servers', (elsewhere) => elsewhere),
  to(305, 'to a proxy', (elsewhere) => elsewhere),
  {
    does: 'refreshes to another server with 200',
    known: 'unknown',
    respond: ({ socket, elsewhere }) =>
      void socket.write(
        message(SUCCESS, HTML, { refresh: `0; url=${elsewhere}`, 'content-type': 'text/html' }),
      ),
  },
  {
    does: 'cancels, and names another server in every header that can',
    known: 'cancelled',
    respond: ({ socket, elsewhere }) =>
      void socket.write(
        message(SUCCESS, RIGHT, {
          location: elsewhere,
          'content-location': elsewhere,
          'alt-svc': `h2="${elsewhere.replace('http://', '')}"`,
          link: `<${elsewhere}>; rel=preload`,
        }),
      ),
  },
];

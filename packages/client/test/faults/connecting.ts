import { RIGHT, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { HTML, message, saying } from './message.ts';

/** No connection is made, so nothing is sent. */
export const CONNECTING: readonly Fault[] = [
  {
    does: 'refuses the connection',
    known: 'not_sent',
    place: { kind: 'closed port', host: '127.0.0.1' },
  },
  {
    does: 'refuses the connection at every address of its name',
    known: 'not_sent',
    place: { kind: 'closed port', host: 'localhost' },
  },
  {
    does: 'has a name that nobody knows',
    known: 'not_sent',
    place: { kind: 'address', url: 'https://nobody.invalid' },
  },
  {
    does: 'has an address that no network leads to',
    known: 'not_sent',
    place: { kind: 'address', url: 'https://255.255.255.255' },
  },
  ...(process.platform === 'linux'
    ? [
        {
          does: 'drops every attempt to connect, as a firewall does',
          known: 'not_sent',
          place: { kind: 'full backlog' },
        } as const,
      ]
    : []),
];

const right = saying(message(SUCCESS, RIGHT));

/** TLS fails in the handshake, before a byte of HTTP. */
export const TLS: readonly Fault[] = [
  {
    does: 'has a certificate that nobody trusts',
    known: 'not_sent',
    place: { kind: 'tls', certificate: 'untrusted' },
    respond: right,
  },
  {
    does: 'has a certificate that has expired',
    known: 'not_sent',
    place: { kind: 'tls', certificate: 'expired' },
    respond: right,
  },
  {
    does: 'has the certificate of another host',
    known: 'not_sent',
    place: { kind: 'tls', certificate: 'other host' },
    respond: right,
  },
  {
    does: 'knows only versions of TLS that are too old',
    known: 'not_sent',
    told: false,
    place: {
      kind: 'tls',
      certificate: 'right',
      options: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' },
    },
    respond: right,
  },
  {
    does: 'shares no cipher with the client',
    known: 'not_sent',
    told: false,
    place: {
      kind: 'tls',
      certificate: 'right',
      options: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-CCM8@SECLEVEL=0' },
    },
    respond: right,
  },
  {
    does: 'speaks plain HTTP where TLS is expected',
    known: 'not_sent',
    told: false,
    place: { kind: 'plain at https' },
    part: (socket) => void socket.end(message(400, HTML, { 'content-type': 'text/html' })),
  },
  {
    does: 'resets within the TLS handshake',
    known: 'not_sent',
    told: false,
    place: { kind: 'plain at https' },
    part: (socket) => socket.resetAndDestroy(),
  },
  {
    does: 'closes within the TLS handshake',
    known: 'not_sent',
    told: false,
    place: { kind: 'plain at https' },
    part: (socket) => socket.end(),
  },
  {
    // With TLS 1.3 the client has sent its request before it is told.
    does: 'demands a certificate of the client',
    known: 'unknown',
    place: {
      kind: 'tls',
      certificate: 'right',
      options: { requestCert: true, rejectUnauthorized: true },
    },
    respond: right,
  },
  {
    does: 'has the right certificate, and resets after the request',
    known: 'unknown',
    place: { kind: 'tls', certificate: 'right' },
    respond: ({ socket }) => void socket.destroy(),
  },
  {
    does: 'has the right certificate, and cancels',
    known: 'cancelled',
    place: { kind: 'tls', certificate: 'right' },
    respond: right,
  },
];

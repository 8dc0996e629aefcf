import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';

/**
 * What the model server knows about the order, which is the most that a client can know:
 * - `cancelled`: the response is whole and repeats the request
 * - `not_sent`: no byte of the request reached a server
 * - `rejected`: the order is as it was, and the response says so
 * - `unknown`: the same would be seen of an order that is cancelled and of one that is not
 */
export type Known = 'cancelled' | 'not_sent' | 'rejected' | 'unknown';

/** One whole request at the model server. */
interface Asked {
  socket: Socket;
  /** 1 for the first request of the call. */
  count: number;
  /** The model server's own origin. */
  origin: string;
  /** The origin of a second server, which has no business with the order. */
  elsewhere: string;
  /** Stops listening. Open connections stay. */
  stopListening(): void;
}

/** Where the call is sent; a plain server on loopback unless the fault says otherwise. */
type Place =
  | { kind: 'closed port'; host: string }
  | { kind: 'full backlog' }
  | { kind: 'address'; url: string }
  | { kind: 'plain at https' }
  | { kind: 'tls'; certificate: CertificateName; options?: TlsOptions };

/** Each is signed by itself. Of all but the first, the caller trusts the signature. */
export type CertificateName = 'untrusted' | 'expired' | 'other host' | 'right';

/** One way in which a call goes wrong, or looks as if it did. */
export interface Fault {
  /** One sentence without its subject, the server. */
  does: string;
  known: Known;
  /** False where Node.js does not tell a client as much: no code says that nothing was sent, or the response is lost. */
  told?: false;
  place?: Place;
  /** Is called as a connection opens, before a byte has arrived. */
  open?(socket: Socket): void;
  /** Is called with each part of a request, whole or not. */
  part?(socket: Socket): void;
  /** Is called for each whole request. */
  respond?(asked: Asked): void;
  /** How many requests a client may send at most: more than one only where the server asked to come back. Default 1. */
  sends?: number;
  /** How many calls are made, one after another; the last one counts. Default 1. */
  calls?: number;
  /** True when only the client's own time limit ends the call. */
  waits?: true;
  /** What is known when a client follows a redirect within the origin, where that is more. */
  following?: Known;
}

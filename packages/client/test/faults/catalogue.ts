import { CLOSING } from './closing.ts';
import { CONNECTING, TLS } from './connecting.ts';
import { ENCODING } from './encoding.ts';
import type { Fault } from './fault.ts';
import { FRAMING } from './framing.ts';
import { HEAD, INTERIM } from './head.ts';
import { JSON_TEXT } from './json.ts';
import { KEYS } from './keys.ts';
import { ORDERS } from './order.ts';
import { REDIRECTS } from './redirects.ts';
import { RETRIES } from './retries.ts';
import { STALLING } from './stalling.ts';
import { REFUSED, STATUSES } from './statuses.ts';

/** All faults, by what is wrong. */
export const CATALOGUE: Readonly<Record<string, readonly Fault[]>> = {
  'no connection': CONNECTING,
  TLS,
  'the connection ends': CLOSING,
  'nothing more comes': STALLING,
  'the head': HEAD,
  'informational responses': INTERIM,
  'the length of the body': FRAMING,
  'compression and characters': ENCODING,
  'the JSON': JSON_TEXT,
  'the order': ORDERS,
  'documented refusals': REFUSED,
  'undocumented statuses': STATUSES,
  redirects: REDIRECTS,
  'asking to come back': RETRIES,
  'the key in a response': KEYS,
};

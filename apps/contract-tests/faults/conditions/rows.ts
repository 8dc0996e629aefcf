import { bodyLimit } from './body-limit.ts';
import { type Condition, slow, unhindered } from './condition.ts';
import { drops } from './drops.ts';
import { firewall } from './firewall.ts';
import { badGatewayFor, badGatewayFrom, flakyGateway } from './gateway.ts';
import { banAfter, lockAfter } from './lock.ts';
import { neverRelenting, rateLimit } from './rate-limit.ts';
import type { RunOptions } from './run-behind.ts';
import { goneAfter } from './server-gone.ts';

/** A condition in front of a conforming server, and how the run may end. */
export interface Row {
  condition: () => Condition;
  ends: ('passed' | 'incomplete')[];
  /** What the reasons must say if the run is incomplete. */
  because?: RegExp;
  options?: RunOptions;
}

/** Matches a true reason after a connection or a gateway has failed. */
const HONEST = /gateway|50[234]|went away|no response|connection/i;

const LOCKED = { ends: ['incomplete' as const], because: /refuses the valid key/ };

/** The conditions, by how they complete the test title "a run with …". */
export const ROWS: Readonly<Record<string, Row>> = {
  'a rate limit of 20 requests a second with Retry-After': {
    condition: () => rateLimit(20, { retryAfter: '1', body: '{"detail":"Too many requests."}' }),
    ends: ['passed'],
  },
  'a rate limit of 20 requests a second without Retry-After': {
    condition: () => rateLimit(20),
    ends: ['passed'],
  },
  'a rate limit that never relents': {
    condition: () => neverRelenting(30),
    ends: ['incomplete'],
    because: /rate limited after \d+ requests/,
  },
  'a gateway that fails for 5 % of the requests': {
    condition: () => flakyGateway(0.05, 1),
    ends: ['passed', 'incomplete'],
    because: HONEST,
  },
  'a gateway that cannot reach the server from request 60 on': {
    condition: () => badGatewayFrom(60),
    ends: ['incomplete'],
    because: /went away|gateway/,
  },
  'a gateway that cannot reach the server for 1 s': {
    condition: () => badGatewayFor(1000, 60),
    ends: ['passed', 'incomplete'],
    because: HONEST,
  },
  'an outage from request 60 on': {
    condition: () => goneAfter(60, Infinity),
    ends: ['incomplete'],
    because: /the server went away after request \d+/,
  },
  'an outage of 1.5 s after request 60': {
    condition: () => goneAfter(60, 1500),
    ends: ['passed', 'incomplete'],
    because: HONEST,
  },
  '5 % of the connections cut': {
    condition: () => drops(0.05, 1),
    ends: ['passed', 'incomplete'],
    because: HONEST,
  },
  'another 5 % of the connections cut': {
    condition: () => drops(0.05, 2),
    ends: ['passed', 'incomplete'],
    because: HONEST,
  },
  // The documented refusal of a key, then of everything: among the keys, among the bodies, and in place of a cancel.
  ...Object.fromEntries(
    [5, 40, 100, 160, 230].flatMap((most): [string, Row][] => [
      [`a key that is locked after ${most} requests`, { condition: () => lockAfter(most), ...LOCKED }],
      [`a ban after ${most} requests`, { condition: () => banAfter(most), ...LOCKED }],
    ]),
  ),
  '300 ms for each response': {
    condition: () => slow(300),
    options: { args: ['--only', 'auth,order'] },
    ends: ['passed'],
  },
  'a body limit of 4 kB': {
    condition: () => bodyLimit(4096),
    ends: ['passed', 'incomplete'],
    because: /413|too large/i,
  },
  'a firewall': { condition: firewall, ends: ['passed', 'incomplete'], because: /403|blocked|HTML/i },
  'a trailing slash in AX_BASE_URL': {
    condition: unhindered,
    options: { basePath: '/' },
    ends: ['passed'],
  },
};

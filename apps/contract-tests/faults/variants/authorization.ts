import type { Behaviour, Incoming } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { sendWhole } from '../server.ts';
import { html, type Variant } from '../variant.ts';
import { OTHER_CANCEL } from '../words.ts';
import { alsoAccepts, given, header } from './key-comparison.ts';

const rightly = CONFORMING.authorize;

function knowingConnections(): Behaviour['authorize'] {
  const known = new WeakSet<object>();
  return (request, key) => {
    if (rightly(request, key)) known.add(request.connection);
    return known.has(request.connection);
  };
}

function checkingOncePerConnection(): Behaviour['authorize'] {
  const first = new WeakMap<object, boolean>();
  return (request, key) => {
    const right = first.get(request.connection) ?? rightly(request, key);
    first.set(request.connection, right);
    return right;
  };
}

/** Other cases that send the same header. */
const SENDING: Readonly<Record<string, RegExp>> = {
  missing: /^auth\.(in-(query|other-header|body)|same-connection|before-lookup)$/,
  'wrong-key': /^auth\.(in-parallel|with-invalid-body)$/,
};

export const authorizationVariants: Variant[] = [
  {
    does: 'accepts a request without Authorization',
    fails: 'auth.missing',
    also: /^auth\.in-(query|other-header|body)$/,
    change: alsoAccepts(({ headers }) => headers.authorization === undefined),
  },
  {
    does: 'accepts Bearer',
    fails: 'auth.other-scheme',
    change: alsoAccepts((request, key) => header(request) === `Bearer ${key}`),
  },
  {
    does: 'ignores the scheme',
    fails: 'auth.other-scheme',
    also: /^auth\.(colon|key-scheme)$/,
    change: alsoAccepts((request, key) => /^\S+ +\S+$/.test(header(request)) && given(request) === key),
  },
  {
    does: 'accepts any key on a connection that has sent the valid one',
    fails: 'auth.same-connection',
    change: { authorize: knowingConnections() },
  },
  {
    does: 'checks only the first key of a connection',
    fails: 'auth.same-connection',
    change: { authorize: checkingOncePerConnection() },
  },
  {
    does: 'crashes on a quotation mark in a key',
    fails: 'auth.quotation-mark',
    change: {
      unauthorized: (request) => (given(request) === "'" ? html(500) : CONFORMING.unauthorized(request)),
    },
  },
  {
    does: 'crashes on a long key',
    fails: 'auth.very-long',
    change: {
      unauthorized: (request) => (given(request).length > 999 ? html(500) : CONFORMING.unauthorized(request)),
    },
  },
  {
    does: 'accepts a key in the body',
    fails: 'auth.in-body',
    change: alsoAccepts(({ bytes }, key) => bytes.includes(`"api_key":"${key}"`)),
  },
  {
    does: 'accepts a key in the query',
    fails: 'auth.in-query',
    change: alsoAccepts(({ url }, key) => url.includes(`api_key=${key}`)),
  },
  {
    does: 'accepts a token in the query',
    fails: 'auth.in-query',
    change: alsoAccepts(({ url }, key) => url.includes(`token=${key}`)),
  },
  {
    does: 'accepts a key in X-API-Key',
    fails: 'auth.in-other-header',
    change: alsoAccepts(({ headers }, key) => headers['x-api-key'] === key),
  },
  {
    does: 'accepts a key in a cookie',
    fails: 'auth.in-other-header',
    change: alsoAccepts(({ headers }, key) => (headers.cookie ?? '').includes(`token=${key}`)),
  },
  {
    does: 'does not check the key for the other kind of cancel',
    speaks: ['unavoidable-cancel', 'missing-key-status'],
    fails: 'auth.wrong-key',
    // These cases request that cancel for a real order.
    also: /^auth\./,
    change: alsoAccepts(({ bytes }) => bytes.includes(OTHER_CANCEL)),
  },
  {
    does: 'accepts a wrong key for an existing order and refuses it for an unknown one',
    speaks: ['missing-key-status'],
    fails: 'auth.wrong-key',
    change: {
      authorize: (request, key) =>
        rightly(request, key) || (given(request) === 'invalid' && !request.url.includes('00000000-0000')),
    },
  },
  ...['missing', 'scheme-only', 'wrong-key'].map(
    (id): Variant => ({
      does: `crashes on the request of auth.${id}`,
      speaks: ['missing-key-status'],
      fails: `auth.${id}`,
      also: SENDING[id] ?? /^$/,
      change: {
        unauthorized: (request) => {
          const value = request.headers.authorization;
          const its =
            id === 'missing'
              ? value === undefined
              : id === 'scheme-only'
                ? value === 'Token'
                : given(request) === 'invalid';
          return its ? html(500) : CONFORMING.unauthorized(request);
        },
      },
    }),
  ),
  {
    does: 'accepts a wrong key while it handles a request with the valid one',
    fails: 'auth.in-parallel',
    also: /^auth\.same-connection$/,
    ...sharingItsCheck(),
  },
];

/** Shares a successful check with all requests that are under way. */
function sharingItsCheck(): Pick<Variant, 'change' | 'send'> {
  const underWay = new Set<Incoming>();
  return {
    change: {
      authorize(request, key) {
        if (rightly(request, key)) underWay.add(request);
        return underWay.size > 0;
      },
    },
    send: (response, bytes, reply, request) =>
      void setTimeout(() => {
        underWay.delete(request);
        sendWhole(response, bytes, reply, request);
      }, 3),
  };
}

import type { Event } from './model.ts';

interface SystemError {
  code?: string;
  syscall?: string;
  message?: string;
}

/** What the `fetch` of Node.js rejects with: the system's error is the cause of a `TypeError`. */
function fetchFailed({ message = 'failed', ...properties }: SystemError): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), properties) });
}

/** An attempt that ends in an error before a response begins. */
function reject(
  name: string,
  error: () => unknown,
  given: Pick<Event, 'arrives' | 'cancels' | 'tells'> & Partial<Pick<Event, 'isVariant'>>,
  afterMs = 0,
): Event {
  return {
    ...given,
    name,
    happen: async ({ wait }) => {
      if (afterMs > 0) await wait(afterMs);
      throw error();
    },
  };
}

const UNSENT = { arrives: false, cancels: false, tells: 'not_sent' } as const;
const ALSO_UNSENT = { ...UNSENT, isVariant: true } as const;
const refused = { code: 'ECONNREFUSED', syscall: 'connect' };

/** Where the runtime says that no byte left. */
const unsent: Event[] = [
  reject('connection refused', () => fetchFailed(refused), UNSENT),
  reject('name not found', () => fetchFailed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), UNSENT),
  reject('no file descriptor left', () => fetchFailed({ code: 'EMFILE', syscall: 'connect' }), UNSENT),
  reject('connect limit of undici', () => fetchFailed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), UNSENT, 10_000),
  reject('self-signed certificate', () => fetchFailed({ code: 'SELF_SIGNED_CERT_IN_CHAIN' }), UNSENT),
  reject('name server away', () => fetchFailed({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }), ALSO_UNSENT),
  reject('no route', () => fetchFailed({ code: 'ENETUNREACH', syscall: 'connect' }), ALSO_UNSENT),
  reject(
    'connect limit of the system',
    () => fetchFailed({ code: 'ETIMEDOUT', syscall: 'connect' }),
    ALSO_UNSENT,
    9000,
  ),
  reject(
    'certificate of another host',
    () => fetchFailed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    ALSO_UNSENT,
  ),
  reject(
    'every address refused',
    () => {
      const errors = [refused, { code: 'ENETUNREACH', syscall: 'connect' }].map(
        (one) => fetchFailed(one).cause,
      );
      return new TypeError('fetch failed', {
        cause: Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' }),
      });
    },
    ALSO_UNSENT,
  ),
];

/** All that can be true after an error that does not tell what happened. */
function ambiguous(
  name: string,
  error: () => unknown,
  more: Partial<Pick<Event, 'isVariant'>> = VARIANT,
): Event[] {
  const tells = 'unknown' as const;
  return [
    reject(`${name}, before anything was sent`, error, { arrives: false, cancels: false, tells, ...more }),
    reject(`${name}, in the middle of the request`, error, { arrives: true, cancels: false, tells, ...more }),
    reject(`${name}, after the request`, error, { arrives: true, cancels: true, tells, ...more }),
  ];
}

const VARIANT = { isVariant: true } as const;
const doubtful: Event[] = [
  ...ambiguous('reset', () => fetchFailed({ code: 'ECONNRESET', syscall: 'read' }), {}),
  ...ambiguous('malformed HTTP', () => fetchFailed({ code: 'HPE_INVALID_CONSTANT' }), {}),
  ...ambiguous('bug in a custom fetch', () => new ReferenceError('agent is not defined'), {}),
  ...ambiguous('broken pipe', () => fetchFailed({ code: 'EPIPE', syscall: 'write' })),
  ...ambiguous('closed by the other side', () => fetchFailed({ code: 'UND_ERR_SOCKET' })),
  ...ambiguous('lost route', () => fetchFailed({ code: 'ETIMEDOUT', syscall: 'read' })),
  ...ambiguous('alert of the other side about a certificate', () =>
    fetchFailed({ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
  ),
  ...ambiguous('no headers in time', () => fetchFailed({ code: 'UND_ERR_HEADERS_TIMEOUT' })),
  ...ambiguous('error without a code', () => new TypeError('fetch failed')),
  ...ambiguous('nothing as an error', () => undefined),
  // From a `fetch` that sends to two hosts at once.
  ...ambiguous('several errors, one of them without a telling code', () =>
    Object.assign(new AggregateError([fetchFailed(refused), fetchFailed({ code: 'ECONNRESET' })]), {
      code: 'ECONNREFUSED',
    }),
  ),
];

/** Every kind of attempt that fails before a response begins. */
export const FAILURES: readonly Event[] = [...unsent, ...doubtful];

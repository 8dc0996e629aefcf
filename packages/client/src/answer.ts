import { ECHOES, METHOD } from './generated/contract.ts';
import type { components } from './generated/openapi.d.ts';
import { validate } from './generated/validators.ts';
import type { CancelFailure, CancelResult, Requested } from './result.ts';
import { parseRetryAfter } from './retry.ts';

/** An answer, read to its end or to its limit. */
export interface Answer {
  response: Response;
  /** The body; undefined when it is larger than the limit, or no UTF-8. */
  text: string | undefined;
  tooLarge: boolean;
}

/** The request that an answer is read against. */
export interface Sent {
  url: string;
  /** The order code in the path. */
  code: string;
  body: components['schemas']['CancelRequest'];
  /** Hides the key in whatever a server sends back. */
  mask(text: string): string;
}

/** What {@link CancelFailure} says of every answer. */
type Common = Pick<
  Extract<CancelFailure, { status: number }>,
  'status' | 'headers' | 'text' | 'retryAfterMs'
>;

/** The request, for messages. */
export const describe = ({ url }: { url: string }): string => `${METHOD} ${url}`;

export const UNKNOWN = 'Whether the order is cancelled is unknown: check it with AX Cloud.';

/** Statuses that the contract does not document, but that say that the request was turned away. */
const REJECTING = [401, 405, 415, 429];
const MAX_TEXT = 2048;

/** Says what an answer means for the order. */
export function interpretAnswer(answer: Answer, sent: Sent): CancelResult {
  const { response, text } = answer;
  // What a server sends back is compared as it is, and reported with the key masked.
  const body = response.status === 200 ? parse(text) : undefined;
  if (validate[200](body)) {
    const wanted = (echo: (typeof ECHOES)[number]) => (echo.in === 'path' ? sent.code : sent.body[echo.name]);
    if (ECHOES.every((echo) => body[echo.field] === wanted(echo))) return { ok: true, order: body };
    const requested = Object.fromEntries(ECHOES.map((echo) => [echo.field, wanted(echo)])) as Requested;
    const differing = ECHOES.map(({ field }) => field).filter((field) => body[field] !== requested[field]);
    const message = `AX Cloud answered ${describe(sent)} with 200, but not what was requested in ${differing.join(', ')}. ${UNKNOWN}`;
    const received = masked(text, sent.mask) as typeof body;
    const error = { ...common(answer, sent.mask), message, requested, received };
    return { ok: false, error: { kind: 'not_applied', outcome: 'unknown', ...error } };
  }
  return { ok: false, error: interpretError(answer, masked(text, sent.mask), sent) };
}

function interpretError(answer: Answer, body: unknown, sent: Sent): CancelFailure {
  const where = describe(sent);
  const seen = common(answer, sent.mask);
  const { status } = seen;
  const answered = `AX Cloud answered ${where} with ${status}`;
  const unknown = (message: string) => ({
    ...seen,
    outcome: 'unknown' as const,
    message: `${message} ${UNKNOWN}`,
  });
  const rejected = (message: string) => ({ ...seen, outcome: 'rejected' as const, message });

  // A browser hides status and target of a redirect that it was told not to follow.
  if (answer.response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const { location } = seen.headers;
    const message = `AX Cloud redirected ${where} to ${location ?? 'an address that the runtime hides'}, where the client does not follow. Check the server's address.`;
    return { kind: 'redirected', location, ...unknown(message) };
  }
  if (answer.tooLarge) return { kind: 'too_large', ...unknown(`${answered} and a body over 1 MiB.`) };
  if (status === 400 && validate[400](body)) {
    const message = `${answered}: the request is not valid. See "fields" or "detail".`;
    const why = isDetail(body) ? { detail: body.detail } : { fields: body };
    return { kind: 'invalid_request', ...rejected(message), ...why };
  }
  if (status === 403 && validate[403](body)) {
    const message = `${answered}: it refused the API key. Check the key and its environment.`;
    return { kind: 'forbidden', detail: body.detail, ...rejected(message) };
  }
  if (status === 404 && validate[404](body)) {
    const message = `${answered}: it knows no such order. Check that it is the AX order code, of this environment.`;
    return { kind: 'not_found', detail: body.detail, ...rejected(message) };
  }
  if (Object.hasOwn(validate, status)) {
    const message = `${answered}, but not with the contract's JSON. A proxy in between may have answered: check the server's address.`;
    return { kind: 'malformed_response', ...unknown(message) };
  }
  const message = `${answered}, which the contract does not document.`;
  const kind = 'undocumented_status';
  return REJECTING.includes(status) ? { kind, ...rejected(message) } : { kind, ...unknown(message) };
}

function common({ response, text = '' }: Answer, mask: Sent['mask']): Common {
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, mask(value)]));
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
  return {
    status: response.status,
    headers,
    text: mask(text).slice(0, MAX_TEXT),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Parses a body with the key masked in its strings, so that masking cannot break the JSON. */
function masked(text: string | undefined, mask: Sent['mask']): unknown {
  return parse(text, (_, value: unknown) => (typeof value === 'string' ? mask(value) : value));
}

/** Undefined for what is no JSON, which no text at all is not either. */
function parse(text = '', reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return undefined;
  }
}

function isDetail(
  body: components['schemas']['InvalidRequest'],
): body is components['schemas']['ErrorDetail'] {
  return typeof body.detail === 'string';
}

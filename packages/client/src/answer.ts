import { ECHOES } from './generated/contract.ts';
import type { components } from './generated/openapi.d.ts';
import type { CancelFailure, CancelledOrder, CancelResult, FieldErrors, Requested } from './result.ts';

/** The request that an answer is read against. */
export interface Sent {
  /** Method and URL, for messages. */
  where: string;
  /** The order code in the path. */
  code: string;
  body: components['schemas']['CancelRequest'];
}

/** Statuses that the contract does not document, but that say that the request was turned away unread or unprocessed. */
const REJECTING = [401, 405, 415, 429];

/**
 * Says what an answer means for the order.
 *
 * @param content the body as openapi-fetch gives it: the text of a 2xx; of any other status the parsed JSON, or the
 *   text where it is none
 */
export function interpretAnswer(response: Response, content: unknown, sent: Sent): CancelResult {
  const { status } = response;
  // A browser hides status and target of a redirect that it was told not to follow.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const location = response.headers.get('location') ?? undefined;
    const message = `AX Cloud redirected ${sent.where} to ${location ?? 'an address that the runtime hides'}. The client does not follow. Check the server's address.`;
    return failed({ kind: 'redirected', outcome: 'unknown', message, status, location });
  }
  if (status === 200) return interpretSuccess(typeof content === 'string' ? parse(content) : content, sent);
  return failed(interpretError(status, content, sent.where));
}

function interpretSuccess(body: unknown, sent: Sent): CancelResult {
  const status = 200;
  if (!isCancelledOrder(body)) {
    const message = `AX Cloud answered ${sent.where} with 200, but not with the order's four fields. Whether the order is cancelled is unknown: check it with AX Cloud.`;
    return failed({ kind: 'malformed_response', outcome: 'unknown', message, status });
  }
  const requested = Object.fromEntries(
    ECHOES.map((echo) => [echo.field, echo.in === 'path' ? sent.code : sent.body[echo.name]]),
  ) as Requested;
  const differing = ECHOES.map(({ field }) => field).filter((field) => body[field] !== requested[field]);
  if (differing.length === 0) return { ok: true, order: body };
  const message = `AX Cloud answered ${sent.where} with 200, but ${differing.join(' and ')} ${differing.length === 1 ? 'is' : 'are'} not what was requested. Whether the order is cancelled is unknown: check it with AX Cloud.`;
  return failed({ kind: 'not_applied', outcome: 'unknown', message, status, requested, received: body });
}

function interpretError(status: number, body: unknown, where: string): CancelFailure {
  const text = detail(body);
  if (status === 403 || status === 404) {
    if (text === undefined) return malformed(status, where);
    return status === 403
      ? {
          kind: 'forbidden',
          outcome: 'rejected',
          message: `AX Cloud refused the API key (403): ${where}. Check the key and its environment.`,
          status,
          detail: text,
        }
      : {
          kind: 'not_found',
          outcome: 'rejected',
          message: `AX Cloud knows no such order (404): ${where}. Check that it is the AX order code, of this environment.`,
          status,
          detail: text,
        };
  }
  if (status === 400) {
    const message = `AX Cloud found the request invalid (400): ${where}. See "fields" or "detail".`;
    if (text !== undefined)
      return { kind: 'invalid_request', outcome: 'rejected', message, status, detail: text };
    if (!isFieldErrors(body)) return malformed(status, where);
    return { kind: 'invalid_request', outcome: 'rejected', message, status, fields: body };
  }
  const rejected = REJECTING.includes(status);
  return {
    kind: 'undocumented_status',
    outcome: rejected ? 'rejected' : 'unknown',
    message: `AX Cloud answered ${where} with ${status}, which the contract does not document. ${rejected ? 'The request was turned away.' : 'Whether the order is cancelled is unknown: check it with AX Cloud.'}`,
    status,
    ...(text === undefined ? {} : { detail: text }),
  };
}

/** Somebody other than AX Cloud may have written it, so that the status proves nothing about the order. */
function malformed(status: number, where: string): CancelFailure {
  const message = `AX Cloud answered ${where} with ${status}, but not with the contract's JSON. A proxy in between may have answered: check the server's address.`;
  return { kind: 'malformed_response', outcome: 'unknown', message, status };
}

function failed(error: CancelFailure): CancelResult {
  return { ok: false, error };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function detail(body: unknown): string | undefined {
  return isObject(body) && typeof body.detail === 'string' ? body.detail : undefined;
}

function isFieldErrors(body: unknown): body is FieldErrors {
  const isText = (value: unknown) => typeof value === 'string';
  return (
    isObject(body) &&
    Object.values(body).every((messages) => Array.isArray(messages) && messages.every(isText))
  );
}

function isCancelledOrder(body: unknown): body is CancelledOrder {
  const fields = ['channel_order_code', 'channel_order_status', 'ax_order_code', 'ax_order_status'];
  return isObject(body) && fields.every((field) => typeof body[field] === 'string');
}

import { type Call, fail } from './failure.ts';
import { echoOf, KINDS, ORDER_CODE, orderOf, SUCCESS } from './generated/contract.ts';
import { validate } from './generated/validators.ts';
import { parseJson } from './json.ts';
import { maskKey } from './mask.ts';
import type { CancelResult, FieldErrors, Outcome } from './result.ts';
import { parseRetryAfter } from './retry.ts';

/** Statuses that the contract does not document, but that say that the request was turned away. */
const REJECTING = [401, 405, 415, 429];
const MAX_TEXT = 2048;

/**
 * Says what a response means for the order.
 *
 * @param text the body; undefined when it is too large
 */
export function interpretResponse(response: Response, text: string | undefined, call: Call): CancelResult {
  const { status } = response;

  /** Makes a failure of the response. Whatever a server may have put the key into is masked here, and compared before. */
  function failed<const Kind extends string, const Known extends Outcome, Details extends object>(
    kind: Kind,
    found: Known,
    what: string,
    details: Details,
  ) {
    const { headers } = response;
    const retryAfterMs = parseRetryAfter(headers.get('retry-after') ?? '');
    return fail(call, kind, found, `got ${status}: ${what}`, {
      status,
      text: maskKey(call.key, text ?? '').slice(0, MAX_TEXT),
      ...(retryAfterMs >= 0 ? { retryAfterMs } : {}),
      ...maskKey(call.key, { headers: Object.fromEntries(headers), ...details }),
    });
  }

  // A browser hides a redirect that it was told not to follow; a `fetch` of the caller's may have followed it.
  if (response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const location = response.headers.get('location') ?? undefined;
    const where = maskKey(call.key, location) ?? 'an unknown address';
    const what = `a redirect to ${where}, which is not followed. Check the server's address`;
    return failed('redirected', 'unknown', what, { location });
  }
  if (text === undefined) return failed('too_large', 'unknown', 'a body over 1 MiB', {});

  const json = parseJson(text);
  if (status === SUCCESS && validate[SUCCESS](json)) {
    const order = orderOf(json);
    const requested = echoOf(call.code, call.body);
    const differing: string[] = [];
    for (const name in requested) {
      const field = name as keyof typeof requested;
      if (requested[field] !== undefined && order[field] !== requested[field]) differing.push(field);
    }
    if (differing.length === 0) return { ok: true, order };
    const what = `${differing.join(', ')} differs from the request`;
    return failed('not_applied', 'unknown', what, { requested, received: order });
  }
  const kind = KINDS[status];
  if (kind !== undefined && validate[status]?.(json)) {
    const { detail: said, ...others } = json as Record<string, unknown>;
    const detail = typeof said === 'string' ? said : '';
    if (kind === 'invalid_request') {
      const lists = Object.entries(others).filter(([, value]) => Array.isArray(value));
      const details = lists.length > 0 ? { fields: Object.fromEntries(lists) as FieldErrors } : { detail };
      return failed(kind, 'rejected', 'the request is not valid. See "fields" or "detail"', details);
    }
    if (kind === 'refused') {
      return failed(kind, status < 500 ? 'rejected' : 'unknown', 'a documented refusal. See "detail"', {
        detail,
      });
    }
    const what =
      kind === 'forbidden'
        ? 'the API key was refused. Check the key and its environment'
        : `no such order. Check that the code is the ${ORDER_CODE}, of this environment`;
    return failed(kind, 'rejected', what, { detail });
  }
  if (status in validate) {
    const what =
      "the body is not what the contract says. A proxy may have responded: check the server's address";
    return failed('malformed_response', 'unknown', what, {});
  }
  const outcome = REJECTING.includes(status) ? 'rejected' : 'unknown';
  return failed('undocumented_status', outcome, 'a status that the contract does not document', {});
}

import { type Call, fail } from './failure.ts';
import { echoOf } from './generated/contract.ts';
import { validate } from './generated/validators.ts';
import { parseJson } from './json.ts';
import { maskKey } from './mask.ts';
import type { CancelResult, FieldErrors, Outcome } from './result.ts';
import { parseRetryAfter } from './retry.ts';

/** Statuses that the contract does not document, but that say that the request was turned away. */
const REJECTING = [401, 405, 415, 429];
const MAX_TEXT = 2048;

/**
 * Says what an answer means for the order.
 *
 * @param text the body; undefined when it is too large
 */
export function interpretAnswer(response: Response, text: string | undefined, call: Call): CancelResult {
  const { status } = response;

  /** Makes a failure of the answer. Whatever a server may have put the key into is masked here, and compared before. */
  function failed<const Kind extends string, const Known extends Outcome, Details extends object>(
    kind: Kind,
    found: Known,
    what: string,
    details: Details,
  ) {
    const { headers } = response;
    const retryAfterMs = parseRetryAfter(headers.get('retry-after') ?? '');
    return fail(call, kind, found, `was answered with ${status}: ${what}`, {
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
  if (status === 200 && validate[200](json)) {
    const requested = echoOf(call.code, call.body);
    const differing: string[] = [];
    for (const name in requested) {
      const field = name as keyof typeof requested;
      if (json[field] !== requested[field]) differing.push(field);
    }
    if (differing.length === 0) return { ok: true, order: json };
    const what = `not what was requested in ${differing.join(', ')}`;
    return failed('not_applied', 'unknown', what, { requested, received: json });
  }
  if (status === 400 && validate[400](json)) {
    const { detail } = json;
    const details = typeof detail === 'string' ? { detail } : { fields: json as FieldErrors };
    return failed(
      'invalid_request',
      'rejected',
      'the request is not valid. See "fields" or "detail"',
      details,
    );
  }
  if (status === 403 && validate[403](json)) {
    const { detail } = json;
    return failed('forbidden', 'rejected', 'the API key was refused. Check the key and its environment', {
      detail,
    });
  }
  if (status === 404 && validate[404](json)) {
    const { detail } = json;
    return failed(
      'not_found',
      'rejected',
      'no such order. Check that the code is the AX order code, of this environment',
      { detail },
    );
  }
  if (status in validate) {
    const what = "not the contract's JSON. A proxy may have answered: check the server's address";
    return failed('malformed_response', 'unknown', what, {});
  }
  const outcome = REJECTING.includes(status) ? 'rejected' : 'unknown';
  return failed('undocumented_status', outcome, 'a status that the contract does not document', {});
}

import { text as asText } from './check.ts';
import { type Call, fail } from './failure.ts';
import { orderOf, REJECTING, SUCCESS } from './generated/contract.ts';
import { isSuccess, REFUSALS } from './generated/validators.ts';
import { parseJson, parsePrinted } from './json.ts';
import { mask } from './mask.ts';
import type { CancelledOrder, CancelResult, FieldErrors, Outcome, ResponseHeaders } from './result.ts';
import { parseRetryAfter } from './retry.ts';

const MAX_TEXT = 2048;

const CHECK_ADDRESS = "Check the server's address";

/** Reads the headers only for who looks at them: it takes a noticeable part of a call, and so would a getter of each result. */
class Success {
  readonly ok = true;
  readonly order: CancelledOrder;
  readonly #read: () => ResponseHeaders;

  constructor(order: CancelledOrder, read: () => ResponseHeaders) {
    this.order = order;
    this.#read = read;
  }

  get headers(): ResponseHeaders {
    return this.#read();
  }
}

/**
 * Says what a response means for the order.
 *
 * @param text the body; undefined when it is too large
 */
export function interpretResponse(response: Response, text: string | undefined, call: Call): CancelResult {
  const { status } = response;

  function headers(): ResponseHeaders {
    const { 'set-cookie': _, ...received } = Object.fromEntries(response.headers);
    return mask(received, call.key);
  }

  /** Makes a failure of the response. Whatever a server may have put the key into is masked here, and compared before. */
  function failed<const Kind extends string, const Known extends Outcome, Details extends object>(
    kind: Kind,
    found: Known,
    what: string,
    details: Details,
  ) {
    const received = headers();
    const retryAfterMs = parseRetryAfter(received['retry-after'] ?? '');
    if (retryAfterMs >= 0 && (status === 429 || status === 503)) call.pause = retryAfterMs;
    return fail(call, kind, found, `got ${status}: ${what}`, {
      status,
      headers: received,
      text: mask(text ?? '', call.key).slice(0, MAX_TEXT),
      ...(retryAfterMs >= 0 && { retryAfterMs }),
      ...mask(details, call.key),
    });
  }

  /** Undefined for a body that is not the contract's. */
  function interpret(body: string): CancelResult | undefined {
    const [kind, what = '', isValid] = REFUSALS[status] ?? [];
    const outcome = REJECTING.includes(status) ? 'rejected' : 'unknown';
    const json = parseJson(body) ?? (kind && parsePrinted(body));
    if (status === SUCCESS && isSuccess(json)) {
      const order = orderOf(json);
      const { requested } = call;
      const differing = (Object.keys(requested) as (keyof typeof requested)[]).filter(
        (name) => requested[name] !== undefined && order[name] !== requested[name],
      );
      if (differing.length === 0) return new Success(order, headers);
      const which = `a success that does not repeat ${differing.join(', ')}`;
      return failed('not_applied', 'unknown', which, { requested, received: order });
    }
    if (kind && isValid?.(json)) {
      const { detail, ...others } = json as Record<string, unknown>;
      const lists = Object.entries(others).filter(([, value]) => Array.isArray(value));
      const details =
        kind === 'invalid_request' && lists.length > 0
          ? { fields: Object.fromEntries(lists) as FieldErrors }
          : { detail: asText(detail) };
      // Each kind has the details that its type names.
      return failed(kind, outcome, what, details) as CancelResult;
    }
    if (kind || status === SUCCESS) return undefined;
    const toDo =
      status === 429 ? 'Wait before you send it again' : `${CHECK_ADDRESS}, the key and its environment`;
    const found = `an undocumented status${outcome === 'rejected' ? `. ${toDo}` : ''}`;
    return failed('undocumented_status', outcome, found, {});
  }

  // A browser hides a redirect that it was told not to follow; a `fetch` of the caller's may have followed it.
  if (response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const { location } = headers();
    const what = `a redirect to ${location ?? 'an unknown address'}, not followed. ${CHECK_ADDRESS}`;
    return failed('redirected', 'unknown', what, { location });
  }
  if (text === undefined) return failed('too_large', 'unknown', 'a body over 1 MiB', {});
  try {
    const result = interpret(text);
    if (result) return result;
  } catch {
    // Values can lie in each other so deeply that nothing can walk through them.
  }
  const what = `a body that is not the contract's. ${CHECK_ADDRESS}`;
  return failed('malformed_response', 'unknown', what, {});
}

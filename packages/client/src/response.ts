import { type Call, fail } from './failure.ts';
import { echoOf, KINDS, ORDER_CODE, orderOf, REJECTING, SUCCESS } from './generated/contract.ts';
import { validate } from './generated/validators.ts';
import { parseJson, parsePrinted } from './json.ts';
import type { CancelledOrder, CancelResult, FieldErrors, Outcome, ResponseHeaders } from './result.ts';
import { parseRetryAfter } from './retry.ts';

const MAX_TEXT = 2048;
/** What each documented refusal says, and what to do. */
const WHAT: Readonly<Record<(typeof KINDS)[number], string>> = {
  forbidden: 'the key was refused. Check it and its environment',
  not_found: `no such order. Check its ${ORDER_CODE} and the environment`,
  invalid_request: 'an invalid request. See "fields" or "detail"',
  refused: 'a refusal. See "detail"',
};

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
    return call.mask(received);
  }

  /** Makes a failure of the response. Whatever a server may have put the key into is masked here, and compared before. */
  function failed<const Kind extends string, const Known extends Outcome, Details extends object>(
    kind: Kind,
    found: Known,
    what: string,
    details: Details,
  ) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after') ?? '');
    return fail(call, kind, found, `got ${status}: ${what}`, {
      status,
      headers: headers(),
      text: call.mask(text ?? '').slice(0, MAX_TEXT),
      ...(retryAfterMs >= 0 ? { retryAfterMs } : {}),
      ...call.mask(details),
    });
  }

  function malformed() {
    const what = "a body that is not the contract's. Check the server's address";
    return failed('malformed_response', 'unknown', what, {});
  }

  function interpret(body: string): CancelResult {
    const kind = KINDS[status];
    const outcome = REJECTING.includes(status) ? 'rejected' : 'unknown';
    const json = parseJson(body) ?? (kind && parsePrinted(body));
    if (status === SUCCESS && validate[SUCCESS](json)) {
      const order = orderOf(json);
      const requested = echoOf(call.code, call.body);
      const differing: string[] = [];
      for (const name in requested) {
        const field = name as keyof typeof requested;
        if (requested[field] !== undefined && order[field] !== requested[field]) differing.push(field);
      }
      if (differing.length === 0) return new Success(order, headers);
      const what = `${differing.join(', ')} differs from the request`;
      return failed('not_applied', 'unknown', what, { requested, received: order });
    }
    if (kind !== undefined && validate[status]?.(json)) {
      const { detail, ...others } = json as Record<string, unknown>;
      const lists = Object.entries(others).filter(([, value]) => Array.isArray(value));
      const details =
        kind === 'invalid_request' && lists.length > 0
          ? { fields: Object.fromEntries(lists) as FieldErrors }
          : { detail: typeof detail === 'string' ? detail : '' };
      // Each kind has the details that its type names.
      return failed(kind, outcome, WHAT[kind], details) as CancelResult;
    }
    if (status in validate) return malformed();
    return failed('undocumented_status', outcome, 'an undocumented status', {});
  }

  // A browser hides a redirect that it was told not to follow; a `fetch` of the caller's may have followed it.
  if (response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const location = response.headers.get('location') ?? undefined;
    const where = call.mask(location) ?? 'an unknown address';
    const what = `a redirect to ${where}, not followed. Check the server's address`;
    return failed('redirected', 'unknown', what, { location });
  }
  if (text === undefined) return failed('too_large', 'unknown', 'a body over 1 MiB', {});
  try {
    return interpret(text);
  } catch {
    // Values can lie in each other so deeply that nothing can walk through them.
    return malformed();
  }
}

import type { echoOf, FieldErrors, Order } from './generated/contract.ts';

export type { FieldErrors };

/** The order after the cancellation, as AX Cloud's response has it. */
export type CancelledOrder = Order;

/**
 * What is known about the order after a failure:
 * - `not_sent`: nothing left this machine. The order is as it was; calling again is safe.
 * - `rejected`: AX Cloud said no. The order is as it was; calling again with the same values fails again.
 * - `unknown`: the order may or may not be cancelled. Check it with AX Cloud before anything else.
 *
 * It is said of the whole call: when an earlier attempt may have arrived, every outcome is `unknown`; when one was turned
 * away, none is `not_sent`.
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** The values that a success repeats, by their names in the order. */
export type Requested = ReturnType<typeof echoOf>;

/** What every failure says, whatever its kind. */
interface Failure<Kind extends string, Known extends Outcome> {
  kind: Kind;
  outcome: Known | 'unknown';
  /** What happened, where, and what to do, in a few English sentences. Never holds the API key. */
  message: string;
}

/** An error as the runtime or a `fetch` of your own gave it, without its stack. The API key is masked in it. */
export interface FailureCause {
  name: string;
  message: string;
  code?: string;
  /** The error that it was caused by. */
  cause?: FailureCause;
}

/** What a response had in its headers, by lower-case name: without `set-cookie`, and with the API key masked. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/**
 * What every failure that has a response says. The API key is masked wherever a server sends it back: as it is, in any
 * case, and as an address, a JSON text, HTML or Base64 write it.
 */
interface ResponseFailure<Kind extends string, Known extends Outcome> extends Failure<Kind, Known> {
  /** The HTTP status of the response. */
  status: number;
  headers: ResponseHeaders;
  /** The beginning of the body, at most 2048 characters. Empty when it is not UTF-8. */
  text: string;
  /** How long the server asked to wait, in milliseconds, where it did. */
  retryAfterMs?: number;
}

/** Why an order could not be cancelled, or could not be proven to be. Narrow it by `kind`; each says what to do next. */
export type CancelFailure =
  /**
   * The key is wrong, of another environment, or may not cancel this order. Do: correct the key or the environment,
   * then call again. Calling again with the same key fails again.
   */
  | (ResponseFailure<'forbidden', 'rejected'> & {
      /** AX Cloud's text. It may change with the server's version: log it, never compare it. */
      detail: string;
    })
  /**
   * No order has this code. Do: check that it is the AX order code and not your own, and of this environment, then
   * call again with the right one.
   */
  | (ResponseFailure<'not_found', 'rejected'> & {
      /** AX Cloud's text. It may change with the server's version: log it, never compare it. */
      detail: string;
    })
  /**
   * The request is not valid. `fields` says which fields, or `detail` why the body could not be read. Do: correct
   * those, then call again. This client sends only what the contract allows, so tell AX Cloud when nothing is to correct.
   */
  | (ResponseFailure<'invalid_request', 'rejected'> & { detail?: string; fields?: FieldErrors })
  /**
   * A refusal that the contract documents and that none of the kinds above is about. Do: where `outcome` is `rejected`
   * (4xx) correct what `detail` says, then call again; where it is `unknown` (5xx) check the order with AX Cloud first.
   */
  | (ResponseFailure<'refused', 'rejected'> & {
      /** AX Cloud's text; empty where its response has none. Log it, never compare it. */
      detail: string;
    })
  /**
   * A status that the contract does not document. Do: where `outcome` is `rejected` (401, 405, 415, 429) wait
   * `retryAfterMs` after a 429, correct the key or the server's address after another one, then call again; where it is
   * `unknown` check the order with AX Cloud first.
   */
  | ResponseFailure<'undocumented_status', 'rejected'>
  /**
   * A documented status whose body is not what the contract says, for example HTML or a cut JSON text. Do: check the
   * order with AX Cloud, and the server's address, because a proxy in between may have responded.
   */
  | ResponseFailure<'malformed_response', 'unknown'>
  /**
   * A success that does not repeat what was requested. AX Cloud ignores fields that it does not know, so this may mean
   * that nothing was cancelled. Do: compare `received` with `requested`, and check the order with AX Cloud.
   */
  | (ResponseFailure<'not_applied', 'unknown'> & { requested: Requested; received: CancelledOrder })
  /**
   * The server sent the request elsewhere. It is never followed, because the other server would get key and order; a
   * `fetch` of your own that followed it by itself ends here, too. Do: correct the server's address, and check the order.
   */
  | (ResponseFailure<'redirected', 'unknown'> & {
      /** Where to; undefined where a browser hides it. */
      location: string | undefined;
    })
  /**
   * The body of the response is larger than 1 MiB, which no response of AX Cloud's is. It was not read to its end. Do: check
   * the order with AX Cloud, and the server's address.
   */
  | ResponseFailure<'too_large', 'unknown'>
  /**
   * No complete response within `timeoutMs`. Do: check the order with AX Cloud where `outcome` is `unknown`; call again
   * where it is not.
   */
  | Failure<'timeout', 'not_sent' | 'rejected'>
  /**
   * Your `AbortSignal` fired: `not_sent` before the first attempt, `unknown` during one, and while waiting for the next
   * what the last one left. Do: check the order with AX Cloud where `outcome` is `unknown`; call again where it is not.
   */
  | Failure<'aborted', 'not_sent' | 'rejected'>
  /**
   * The connection failed: `not_sent` when there was never one (refused, name not found, no route, a certificate that this
   * side does not accept), and the runtime says so; `rejected` when that happened after an attempt that was turned away;
   * otherwise `unknown`. Do: call again after `not_sent`; check the order with AX Cloud after `unknown`.
   */
  | (Failure<'network', 'not_sent' | 'rejected'> & {
      /** The system's code where the runtime tells it, for example `ECONNREFUSED`. */
      code: string | undefined;
      /** What `fetch` rejected with. Undefined when it was nothing. */
      cause: FailureCause | undefined;
    });

/**
 * What came of a call: the cancelled order, or why it is not proven to be cancelled. Narrow it by `ok`, or by `error` where
 * the compiler is not strict.
 */
export type CancelResult =
  | {
      ok: true;
      order: CancelledOrder;
      /**
       * What to quote to AX Cloud's support, for example a request id, where the server gives one. They are read when you
       * look at them, and are not among what `JSON.stringify` writes.
       */
      headers: ResponseHeaders;
      error?: undefined;
    }
  | { ok: false; error: CancelFailure; order?: undefined; headers?: undefined };

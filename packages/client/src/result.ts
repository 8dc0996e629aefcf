import type { components } from './generated/openapi.d.ts';

/** The order after the cancellation, as AX Cloud answers it. */
export type CancelledOrder = components['schemas']['CancelledOrder'];

/** For each invalid field, AX Cloud's messages about it. */
export type FieldErrors = components['schemas']['FieldErrors'];

/**
 * What is known about the order after a failure:
 * - `not_sent`: nothing left this machine. The order is as it was; calling again is safe.
 * - `rejected`: AX Cloud said no. The order is as it was; calling again with the same values fails again.
 * - `unknown`: the order may or may not be cancelled. Check it with AX Cloud before anything else.
 *
 * When an earlier attempt of the same call may have arrived, every outcome is `unknown`.
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** The values that a success repeats, by their names in the answer. */
export type Requested = Pick<CancelledOrder, 'ax_order_code' | 'ax_order_status' | 'channel_order_status'>;

/** What every failure says, whatever its kind. */
interface Failure<Kind extends string, Known extends Outcome> {
  kind: Kind;
  outcome: Known | 'unknown';
  /** What happened, where, and what to do, in a few English sentences. Never holds the API key. */
  message: string;
}

/** What every failure that has an answer says. The API key is masked wherever a server sends it back. */
interface AnswerFailure<Kind extends string, Known extends Outcome> extends Failure<Kind, Known> {
  /** The HTTP status of the answer. */
  status: number;
  /** The answer's headers, by lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** The beginning of the body, at most 2048 characters. Empty when it is no UTF-8. */
  text: string;
  /** How long the server asked to wait, in milliseconds, where it did. */
  retryAfterMs?: number;
}

/** Why an order could not be cancelled, or could not be proven to be. Narrow it by `kind`. */
export type CancelFailure =
  /** 403 – the key is wrong, of another environment, or may not cancel this order. Correct the key. */
  | (AnswerFailure<'forbidden', 'rejected'> & {
      /** AX Cloud's text. It may change with the server's version: log it, never compare it. */
      detail: string;
    })
  /** 404 – no order has this code. Check that it is the AX order code, and of this environment. */
  | (AnswerFailure<'not_found', 'rejected'> & { detail: string })
  /** 400 – the request is not valid. `fields` says which fields, or `detail` why the body could not be read. */
  | (AnswerFailure<'invalid_request', 'rejected'> & { detail?: string; fields?: FieldErrors })
  /** A status that the contract does not document. `rejected` for 401, 405, 415 and 429, otherwise `unknown`. */
  | AnswerFailure<'undocumented_status', 'rejected'>
  /** A documented status whose body is not what the contract says, for example HTML or a cut JSON text. */
  | AnswerFailure<'malformed_response', 'unknown'>
  /**
   * A 200 that does not repeat what was requested. AX Cloud ignores fields that it does not know, so this answer may mean
   * that nothing was cancelled. Check the order.
   */
  | (AnswerFailure<'not_applied', 'unknown'> & { requested: Requested; received: CancelledOrder })
  /** The server sent the request elsewhere. It is never followed, because the other server would get key and order. */
  | (AnswerFailure<'redirected', 'unknown'> & {
      /** Where to; undefined where a browser hides it. */
      location: string | undefined;
    })
  /** The body of the answer is larger than 1 MiB, which no answer of AX Cloud's is. It was not read to its end. */
  | AnswerFailure<'too_large', 'unknown'>
  /** No complete answer within `timeoutMs`: `not_sent` when no attempt had reached the server. */
  | Failure<'timeout', 'not_sent' | 'rejected'>
  /** Your `AbortSignal` fired: `not_sent` before the first attempt or while waiting for the next, otherwise `unknown`. */
  | Failure<'aborted', 'not_sent' | 'rejected'>
  /** The connection failed: `not_sent` when it was never made, otherwise `unknown`. */
  | (Failure<'network', 'not_sent'> & {
      /** The system's code where the runtime tells it, for example `ECONNREFUSED`. */
      code: string | undefined;
    });

/** What came of a call: the cancelled order, or why it is not proven to be cancelled. Narrow it by `ok`. */
export type CancelResult = { ok: true; order: CancelledOrder } | { ok: false; error: CancelFailure };

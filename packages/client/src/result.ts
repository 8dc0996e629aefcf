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
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** The values that a success repeats, by their names in the answer. */
export type Requested = Pick<CancelledOrder, 'ax_order_code' | 'ax_order_status' | 'channel_order_status'>;

/** What every failure says, whatever its kind. */
interface Failure<Kind extends string, Known extends Outcome> {
  kind: Kind;
  outcome: Known;
  /** What happened, where, and what to do, in one English sentence or two. Never holds the API key. */
  message: string;
}

/** What every failure that has an answer says. */
interface AnswerFailure<Kind extends string, Known extends Outcome> extends Failure<Kind, Known> {
  /** The HTTP status of the answer. */
  status: number;
}

/** Why an order could not be cancelled, or could not be proven to be. Narrow it by `kind`. */
export type CancelFailure =
  /** 403 – the key is wrong, of another environment, or may not cancel this order. Correct the key. */
  | (AnswerFailure<'forbidden', 'rejected'> & {
      /** AX Cloud's text. It changes with the server's version: log it, never compare it. */
      detail: string;
    })
  /** 404 – no order has this code. Check that it is the AX order code, and of this environment. */
  | (AnswerFailure<'not_found', 'rejected'> & { detail: string })
  /** 400 – the request is not valid. `fields` says which fields, or `detail` why the body could not be read. */
  | (AnswerFailure<'invalid_request', 'rejected'> & { detail?: string; fields?: FieldErrors })
  /** A status that the contract does not document. `rejected` for 401, 405, 415 and 429, otherwise `unknown`. */
  | (AnswerFailure<'undocumented_status', 'rejected' | 'unknown'> & { detail?: string })
  /** A documented status whose body is not what the contract says, for example HTML or a cut JSON text. */
  | AnswerFailure<'malformed_response', 'unknown'>
  /**
   * A 200 that does not repeat what was requested. AX Cloud ignores fields that it does not know, so this answer may mean
   * that nothing was cancelled. Check the order.
   */
  | (AnswerFailure<'not_applied', 'unknown'> & { requested: Requested; received: CancelledOrder })
  /** The server sent the request elsewhere. It is never followed, because the other server would get key and order. */
  | (AnswerFailure<'redirected', 'unknown'> & { location: string | undefined })
  /** No complete answer within `timeoutMs`. */
  | Failure<'timeout', 'unknown'>
  /** Your `AbortSignal` fired: `not_sent` when it had fired before the call, otherwise `unknown`. */
  | Failure<'aborted', 'not_sent' | 'unknown'>
  /** The connection failed: `not_sent` when it was never made, otherwise `unknown`. */
  | (Failure<'network', 'not_sent' | 'unknown'> & {
      /** The system's code where the runtime tells it, for example `ECONNREFUSED`. */
      code: string | undefined;
    });

/** What came of a call: the cancelled order, or why it is not proven to be cancelled. Narrow it by `ok`. */
export type CancelResult = { ok: true; order: CancelledOrder } | { ok: false; error: CancelFailure };

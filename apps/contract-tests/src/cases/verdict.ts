import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { ReportedExchange } from '@ax-cloud/contract/report';
import type { HttpResponse } from '../http/message.ts';

/**
 * What a case rests on. A deviation from a `documented` case fails. A deviation from an `inferred` case, which the contract only
 * infers, or from an `open` one, which the page leaves open, is observed.
 */
export type Level = 'documented' | 'inferred' | 'open';

/**
 * What a case needs and uses up:
 * - `key`: a valid key and a made-up order code
 * - `open-order`: an order that must not change; such cases share one, which a later cancel uses up
 * - `open-order-if-any`: the same; without an order, a made-up code shows a part of it
 * - `may-cancel`: an open order, which the server may or may not cancel
 * - `cancels-order`: an open order, which it cancels
 * - `cancelled-order`: the order that the first cancel has cancelled
 * - `foreign-order`: an order of another channel, which must not change
 * - `run`: nothing; it looks at the whole run when it is over
 */
export type Need =
  | 'key'
  | 'open-order'
  | 'open-order-if-any'
  | 'may-cancel'
  | 'cancels-order'
  | 'cancelled-order'
  | 'foreign-order'
  | 'run';

/** What a response says about one question of the ledger. */
export interface Evidence {
  question: string;
  /** The readings that the response allows: at least one. */
  readings: readonly string[];
}

/** What a case found out about the server. An error of the suite itself is thrown. */
export interface Verdict {
  /**
   * - `passed`: the response is what the contract says
   * - `failed`: the response breaks the contract
   * - `observed`: the contract does not specify the response, or only infers it: this is what the server does
   */
  outcome: 'passed' | 'failed' | 'observed';
  /** The causes of a failure, an observation, or a note. A failure has at least one. */
  remarks: readonly Bilingual[];
  evidence: readonly Evidence[];
  /** The verdict is true only if the server knows the order as the channel's, which a cancel of the order shows. */
  assumesOrder?: boolean;
  /** The response that decided, if it is not the last one. */
  telling?: HttpResponse | undefined;
}

/** The result of a case. */
export interface Finding {
  /**
   * The outcomes of a verdict, and `skipped`: the case had no order; `not run`: the run ended before it, or something other than
   * the server responded; `error`: the suite itself failed.
   */
  outcome: Verdict['outcome'] | 'skipped' | 'not run' | 'error';
  /** The causes of a failure, an observation, or why it did not run. */
  remarks: readonly Bilingual[];
  /** What it says about the ledger's questions. */
  evidence: Verdict['evidence'];
  assumesOrder?: boolean;
  /** The deciding response in one line, or why there was none; null when nothing was sent. */
  actual: string | null;
  exchange: ReportedExchange | null;
  /** The durations of all its requests, in milliseconds. */
  durationsMs: readonly number[];
}

/** The finding of a case for which nothing was sent, before a reason is known. */
export const NOT_RUN: Finding = {
  outcome: 'not run',
  remarks: [],
  evidence: [],
  actual: null,
  exchange: null,
  durationsMs: [],
};

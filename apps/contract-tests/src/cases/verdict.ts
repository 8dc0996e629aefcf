import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { ReportedExchange } from '@ax-cloud/contract/report';

/**
 * What a case rests on. A deviation of a `documented` case fails. Of an `inferred` one, which the contract only infers, and of an
 * `open` one, which the page leaves open, it is observed.
 */
export type Level = 'documented' | 'inferred' | 'open';

/**
 * What a case needs, and uses up:
 * - `key`: a valid key and a made-up order code
 * - `open-order`: an order that must stay as it is; such cases share one, which a cancel then takes over
 * - `open-order-if-any`: the same, but where there is none a made-up code shows a part of it
 * - `may-cancel`: an open order, which the server may or may not cancel
 * - `cancels-order`: an open order, which it cancels
 * - `cancelled-order`: the order that the first cancel has cancelled
 * - `foreign-order`: an order of another channel, which must stay as it is
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

/** What a response says of one question of the ledger. */
export interface Evidence {
  question: string;
  /** The readings that a server may follow that responds so: at least one. */
  readings: readonly string[];
}

/** What a case found out about the server. An error of the suite itself is a throw. */
export interface Verdict {
  /**
   * - `passed`: the response is what the contract says
   * - `failed`: the response breaks the contract
   * - `observed`: the contract does not specify the response, or only infers it: this is what the server does
   */
  outcome: 'passed' | 'failed' | 'observed';
  /** What there is to say: the causes of a failure, an observation, a note. A failure has at least one. */
  remarks: readonly Bilingual[];
  evidence: readonly Evidence[];
}

/** What came of a case. */
export interface Finding {
  /**
   * Beside a verdict's outcomes, `skipped`: it had no order; `not run`: the run ended before it, or nothing that could answer
   * it responded; `error`: the suite itself failed.
   */
  outcome: Verdict['outcome'] | 'skipped' | 'not run' | 'error';
  /** What there is to say: causes of a failure, an observation, why it did not run. */
  remarks: readonly Bilingual[];
  /** What it says of the ledger's questions. */
  evidence: Verdict['evidence'];
  /** The deciding response in one line, or why there was none; null when nothing was sent. */
  actual: string | null;
  exchange: ReportedExchange | null;
  /** The durations of all its requests, in milliseconds. */
  durationsMs: readonly number[];
}

/** Nothing was sent for a case, and nobody says why. */
export const NOT_RUN: Finding = {
  outcome: 'not run',
  remarks: [],
  evidence: [],
  actual: null,
  exchange: null,
  durationsMs: [],
};

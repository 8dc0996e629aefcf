import type { Bilingual } from '../bilingual.ts';
import type { Level, Need } from '../cases/case.ts';
import type { ExchangeRecord, Finding } from '../cases/verdict.ts';

export type { ExchangeRecord };

/** The outcomes in the order in which a summary names them. */
export const OUTCOMES = ['passed', 'failed', 'observed', 'skipped', 'not run', 'error'] as const;

/** A case with what came of it. */
export interface CaseResult extends Finding {
  id: string;
  title: Bilingual;
  expects: Bilingual;
  level: Level;
  needs: Need;
  /** The statements of the page that it proves, and the questions of the ledger that it asks. */
  proves: readonly string[];
  asks: readonly string[];
}

/** What a run has used up, and how it ended. */
export interface Spending {
  /** All requests, those that were sent again included. */
  requests: number;
  durationsMs: readonly number[];
  /** Requests that got no response and were sent again. */
  lost: number;
  orders: OrderLists;
  /** Why the run could not begin; undefined when it did. */
  obstacle: Bilingual | undefined;
  /** Why the run ended before its last case; undefined when it did not. */
  stopped: Bilingual | undefined;
  /** Whether an order could be cancelled. */
  cancelled: boolean;
}

/** The order codes of the settings, by what became of each. */
export interface OrderLists {
  cancelled: readonly string[];
  /** Those that the server refused to cancel when the run came to them, as it refuses a second cancel. */
  alreadyCancelled: readonly string[];
  /** Those that the server does not know, or that belong to another channel. */
  refused: readonly string[];
  /** Those of which nobody knows whether they are cancelled: there was no response, or a crash. */
  unknown: readonly string[];
  /** Those that got only requests that were refused: still open, as far as the responses tell. */
  open: readonly string[];
  /** Those that nothing was sent for. */
  untouched: readonly string[];
}

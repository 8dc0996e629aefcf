import type { Contract } from '@ax-cloud/contract/contract';
import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import type { Case, CaseContext, Established, Proof } from '../cases/case.ts';
import type { Finding, Verdict } from '../cases/verdict.ts';
import type { Allowance, Change, Exchange, HttpResponse } from '../http/message.ts';
import type { Orders } from './orders.ts';

/** Takes what came of each case as soon as it is known. */
export type Conclude = (id: string, finding: Finding) => void;

/** Sends the requests of one case and keeps what came. */
export interface Recorder {
  exchanges: Exchange[];
  /** What breaks the contract in any response, whatever the case makes of it. */
  problems: Bilingual[];
  /** The first exchange with such a problem. */
  offending: Exchange | undefined;
  send(contract: Contract, orderCode: string, change: Change, allowance?: Allowance): Promise<HttpResponse>;
}

/** A case that has run. */
export interface Made {
  finding: Finding;
  responses: readonly HttpResponse[];
  /** Something got no response, or none from the server itself: what became of an order is not known. */
  unclear: boolean;
}

/** What a run knows of the server so far, and what its steps share. */
export interface Run {
  /** The contract as it is written, and in the reading that the server follows. */
  readonly written: Contract;
  contract: Contract;
  readonly readings: Readings;
  /** The readings that the server follows in place of the contract's: question → reading. */
  followed: Readonly<Record<string, string>>;
  readonly orders: Orders;
  control: HttpResponse | undefined;
  /** The response to the same request without a key. */
  keyless: HttpResponse | undefined;
  established: Established | undefined;
  /** Whether a second cancel of an order succeeds as the first one; undefined while nothing tells. */
  repeatable: boolean | undefined;
  readonly proofs: Proof[];
  /** The cases that have touched the open order and must not have changed it. */
  touching: Case[];
  /**
   * What came of cases on an order of which the next cancel shows whether it was open: of a cancelled one, a refusal says nothing.
   */
  readonly waiting: Map<Case, Finding>;
  /** What was sent to cancel the first order; undefined until it is cancelled. */
  firstCancel: Recorder | undefined;
  /** Why no order is used any more: not even one could be cancelled. */
  shortage: Bilingual | undefined;
  /** Why the run is over; undefined while it is not. */
  readonly stopped: Bilingual | undefined;
  /** Starts a record of what is sent, for a case where it is for one. */
  recorder(caseId?: string): Recorder;
  /** What a case works with; an order code makes it a case with an order. */
  context(recorder: Recorder, orderCode?: string): CaseContext;
  /**
   * Runs one case, without saying what came of it.
   *
   * @param recorder holds what was sent for it before
   */
  make(one: Case, orderCode?: string, recorder?: Recorder): Promise<Made>;
  /** Makes a finding of a verdict and what was sent for it. */
  findingOf(verdict: Verdict, recorder: Recorder): Finding;
  /** Says what came of a case; only the first finding of each counts. */
  conclude(one: Case, finding: Finding): void;
  /** Whether nothing has come of a case yet. */
  isOpen(one: Case): boolean;
  skip(one: Case, why?: Bilingual): void;
  /** The order that is still as it was; undefined when none is left. */
  open(): string | undefined;
  /** The code that goes into the path for an order of the settings: the channel's, where a reading of the contract names it. */
  pathCode(orderCode: string, contract?: Contract): string;
  /** Concludes what still waits, without what it says of questions. */
  concludeUnproven(): void;
  /** Notes what became of an order that only refused requests had touched. */
  prove(state: Proof['state']): void;
  /** Whether one of the responses may mean that the order is cancelled. */
  mayBeCancelled(responses: readonly HttpResponse[]): boolean;
}

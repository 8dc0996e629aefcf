import type { Contract } from '@ax-cloud/contract/contract';
import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import type { Case, CaseContext, Established, Proof } from '../cases/case.ts';
import type { Finding, Verdict } from '../cases/verdict.ts';
import type { Allowance, Change, Exchange, HttpResponse } from '../http/message.ts';
import type { Orders } from './orders.ts';

/** Receives the finding of each case as soon as it is known. */
export type Conclude = (id: string, finding: Finding) => void;

/** Sends the requests of one case and keeps the exchanges. */
export interface Recorder {
  exchanges: Exchange[];
  /** What breaks the contract in any response, whatever the verdict of the case. */
  problems: Bilingual[];
  /** The first exchange with such a problem. */
  offending: Exchange | undefined;
  send(contract: Contract, orderCode: string, change: Change, allowance?: Allowance): Promise<HttpResponse>;
}

/** A case that has run. */
export interface Made {
  finding: Finding;
  responses: readonly HttpResponse[];
  /** A request got no response from the server itself, so the state of the order is unknown. */
  unclear: boolean;
}

/** What a run knows about the server so far, and what its steps share. */
export interface Run {
  /** The contract as it is written. */
  readonly written: Contract;
  /** The contract in the reading that the server follows. */
  contract: Contract;
  readonly readings: Readings;
  /** The readings that the server follows in place of the contract's: question → reading. */
  followed: Readonly<Record<string, string>>;
  readonly orders: Orders;
  /** The response to a valid request for an unknown order. */
  control: HttpResponse | undefined;
  /** The response to the same request without a key. */
  keyless: HttpResponse | undefined;
  established: Established | undefined;
  /** Whether a second cancel of an order succeeds like the first; undefined until a response shows it. */
  repeatable: boolean | undefined;
  readonly proofs: Proof[];
  /** The cases that have touched the open order and must not have changed it. */
  touching: Case[];
  /** Findings on an order that the next cancel must prove to be open: a refusal on a cancelled order is not evidence. */
  readonly waiting: Map<Case, Finding>;
  /** What was sent to cancel the first order; undefined until it is cancelled. */
  firstCancel: Recorder | undefined;
  /** Why no further order is used. */
  shortage: Bilingual | undefined;
  /** Why the run is over; undefined while it is not. */
  readonly stopped: Bilingual | undefined;
  /** Makes an empty record of requests, for a case or for the run itself. */
  recorder(caseId?: string): Recorder;
  /** Makes the context of a case, with the order of the code if there is one. */
  context(recorder: Recorder, orderCode?: string): CaseContext;
  /**
   * Runs one case, without concluding it.
   *
   * @param recorder what was sent for it before
   */
  make(one: Case, orderCode?: string, recorder?: Recorder): Promise<Made>;
  /** Turns a verdict and the recorded exchanges into a finding. */
  findingOf(verdict: Verdict, recorder: Recorder): Finding;
  /** Reports the finding of a case; only the first one of each case counts. */
  conclude(one: Case, finding: Finding): void;
  /** Whether a case has no finding yet. */
  isOpen(one: Case): boolean;
  /** Concludes a case that has no order, or for which the run ended too early. */
  skip(one: Case, why?: Bilingual): void;
  /** The open order; undefined when none is left. */
  open(): string | undefined;
  /** The code in the path for an order of the settings: the channel's code, if the contract's reading wants that. */
  pathCode(orderCode: string, contract?: Contract): string;
  /** Whether the server refuses the key that it took at the start. If so, the run is over. */
  losesKey(): Promise<boolean>;
  /** Concludes the waiting cases, without their evidence. */
  concludeUnproven(): void;
  /** Notes what the cancel of an order showed about the refused requests before it. */
  prove(state: Proof['state']): void;
  /** Whether one of the responses may mean that the order is cancelled. */
  mayBeCancelled(responses: readonly HttpResponse[]): boolean;
}

import type { Contract } from '@ax-cloud/contract/contract';
import type { Bilingual } from '@ax-cloud/contract/ledger';
import type { Allowance, Change, Exchange, HttpResponse } from '../http/message.ts';
import type { Level, Need, Verdict } from './verdict.ts';

/**
 * A case that a run treats differently from the others:
 * - `first-cancel`: judges the cancel that shows how the server reads the page
 * - `reading`: judges the same cancel, with what was tried before it
 * - `order-code`: the same, and fails when the server knows none of the codes
 * - `repeat`: sends the first cancel again, which shows whether an order can be cancelled twice
 * - `together`: one cancel with the content of all `part` cases; its success proves them
 * - `part`: one of these; it is sent by itself when `together` fails
 * - `aside`: goes along with `together`; if the server refuses that, `together` is sent without it
 * - `pair`: a success of `parallel` proves its cancel
 * - `parallel`: cancels an order several times at the same time
 * - `at-once`: sends several requests at the same time, or must not meet others, so it runs alone
 * - `no-cancel`: the server may accept it without cancelling anything
 * - `last`: may change the cancelled order that the other cases need
 */
export type Role =
  | 'first-cancel'
  | 'reading'
  | 'order-code'
  | 'repeat'
  | 'together'
  | 'part'
  | 'aside'
  | 'pair'
  | 'parallel'
  | 'at-once'
  | 'no-cancel'
  | 'last';

/** One request to the server, or several that belong together, and what the responses must be. */
export interface Case {
  /** Dotted and stable: reports name it. */
  id: string;
  /** A sentence about the server's behaviour. */
  title: Bilingual;
  /** What the response must be, or that it is only recorded. */
  expects: Bilingual;
  level: Level;
  needs: Need;
  /** Which order of the plan it is sent to, from 1; see `ORDERS`. A case that needs none, or the first, leaves it out. */
  order?: number;
  role?: Role;
  /** The statements of the page that it proves. */
  proves: readonly string[];
  /** The questions of the ledger that it asks. */
  asks: readonly string[];
  /** The response is evidence only when the run has shown these readings: question → reading. */
  evidentWhere?: Readonly<Record<string, string>>;
  run(context: CaseContext): Promise<Verdict>;
}

/** The name of a case's test. */
export function titleOf({ id, title }: Case): string {
  return `${id}: ${title.en}`;
}

/** Compares responses with the documented ones. */
export interface ResponseCheck {
  /** What is wrong with the status, the media type or the body of a response that must have this status. */
  problems(response: HttpResponse, status: number): Bilingual[];
  /** What a success fails to repeat of the request; empty when it is the echo. */
  unmet(response: HttpResponse, orderCode: string, body: unknown): Bilingual[];
  /** Whether the body has none of the fields that the contract names for its status. It may have others. */
  namesNothing(response: HttpResponse): boolean;
  /** Fields of a response that the contract does not name. They are tolerated and reported. */
  additionalFields(response: HttpResponse): string[];
}

/** What a case works with. */
export interface CaseContext {
  /** The contract in the reading that the server follows, as far as that is known. */
  contract: Contract;
  /** The contract as it is written. */
  written: Contract;
  check: ResponseCheck;
  /** The code that this case may use: that of an order if it needs one and has one, otherwise an unknown one. */
  orderCode: string;
  /** True when `orderCode` is an order's. */
  hasOrder: boolean;
  /** Every order code that the settings hold, AX Cloud's and the channel's. */
  givenCodes: readonly string[];
  /** A well-formed code that no order has. */
  unknownCode: string;
  /** The key that is valid, for cases that alter the header. */
  apiKey: string;
  /** A key that is not valid. */
  invalidApiKey: string;
  /** Identifies this run in a comment, so that AX Cloud can find its requests. */
  runId: string;
  /** The response to a valid request for the unknown code, which others are compared with; undefined when there was none. */
  control: HttpResponse | undefined;
  /** The response to the same request without a key; undefined when there was none. */
  keyless: HttpResponse | undefined;
  /** The first cancel that succeeded; undefined until then. */
  established: Established | undefined;
  /** Whether a second cancel of an order succeeds like the first; undefined until a response shows it. */
  repeatable: boolean | undefined;
  /** What later cancels showed about orders that only refused requests had touched. */
  proofs: readonly Proof[];
  /** What the run has sent so far, over all cases. */
  exchanges: readonly Exchange[];
  /** How many requests got no response and were sent again. */
  lost: number;
  /** Whether all successes so far have repeated what was sent. Otherwise, a success is not evidence. */
  truthful: boolean;
  /** How many of the given orders the server does not know, or refuses as another channel's. */
  unknownCodes: number;
  /** How many requests may be under way at a time. */
  concurrency: number;
  /** The readings of a question that all evidence so far allows; empty where there is none. */
  shown(question: string): readonly string[];
  /** The reading of a question that the contract takes. */
  taken(question: string): string;
  /** The sentence of a reading. */
  sentence(question: string, reading: string): Bilingual;
  /** The contract in this reading of the question; undefined where the reading does not apply. */
  under(question: string, reading: string): Contract | undefined;
  /**
   * The reading of a question under which a response is the documented success. If there are several, the one that demands the
   * most fields. The contract's own reading brings those that do not change the contract. Empty when there is none.
   */
  followed(question: string, response: HttpResponse): readonly string[];
  /**
   * Sends the valid request with this change and follows no redirect. What breaks the contract in any response (a 5xx, a redirect,
   * a page, private data) fails the case, whatever its own verdict, unless it is allowed here.
   *
   * @throws {NoResponse} when there is no complete response
   * @throws {Unanswered} when something other than the server responded, or the run is over
   */
  send(change: Change, allowance?: Allowance): Promise<HttpResponse>;
}

/** The server itself did not respond: a gateway or a firewall did, or the run is over. */
export class Unanswered extends Error {
  override name = 'Unanswered';
  readonly why: Bilingual;

  constructor(why: Bilingual) {
    super(why.en);
    this.why = why;
  }
}

/** What came of an order that only refused requests had touched. */
export interface Proof {
  /** The cases whose requests it got, in order. */
  touchedBy: readonly string[];
  /**
   * - `intact`: it was cancelled afterwards, and so had not been before
   * - `doubtful`: it could not be cancelled; it may have been cancelled before the run
   * - `changed`: a second order could not be cancelled either, although untouched ones can
   */
  state: 'intact' | 'doubtful' | 'changed';
}

/** How the first order of the run was cancelled. */
export interface Established {
  orderCode: string;
  body: Readonly<Record<string, unknown>>;
  /** The readings that the server follows in place of the contract's: question → reading. */
  readings: Readonly<Record<string, string>>;
  response: HttpResponse;
  /** The responses to what was tried before on the same order and did not cancel it. */
  before: readonly { body: Readonly<Record<string, unknown>>; response: HttpResponse }[];
}

/** What a case asks: question of the ledger → class of the response → the readings that such a response allows. */
export type Asks = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One case of the files in `cases/`, ready to be sent. */
export interface PreparedCase {
  context: CaseContext;
  /** What is special about the request; the text of a cause begins with it. */
  what: Bilingual;
  level: Level;
  asks: Asks;
  change: Change;
  /** Any other response than the expected one fails. */
  exact: boolean;
  send(change?: Change): Promise<HttpResponse>;
}

/** A named rule for responses. */
export interface Expectation {
  /** The statuses that it expects, of a change. */
  statuses(contract: Contract, change: Change): number[];
  /** The rule in words, with the statuses joined by "or". */
  expects(status: Bilingual): Bilingual;
  /** The bodies that the rule is for. A case with another body is left out. */
  bodies?: 'allowed' | 'forbidden';
  judge(prepared: PreparedCase): Promise<Verdict>;
}

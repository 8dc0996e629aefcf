import type { Contract } from '@ax-cloud/contract/contract';
import type { Bilingual } from './bilingual.ts';
import type { HttpResponse, OutgoingRequest } from './exchange.ts';
import type { NamesReading, Reading } from './reading.ts';
import type { ResponseCheck } from './response-check.ts';

/**
 * What a case needs, and uses up:
 * - `nothing`: no key, no order
 * - `key`: a valid key and a made-up order code
 * - `open-order`: an order that must stay as it is; such cases share one, which a cancel then takes over
 * - `open-order-if-any`: the same, but where there is none a made-up code shows a part of it
 * - `may-cancel`: an open order, which the server may or may not cancel
 * - `cancels-order`: an open order, which it cancels
 * - `cancelled-order`: the order that the first cancel has cancelled
 * - `foreign-order`: an order of another channel, which must stay as it is
 * - `proofs`: nothing; it looks at the cancels that took over what such cases had shared
 * - `answers`: nothing; it looks at all the responses of the run
 */
export type Need =
  | 'nothing'
  | 'key'
  | 'open-order'
  | 'open-order-if-any'
  | 'may-cancel'
  | 'cancels-order'
  | 'cancelled-order'
  | 'foreign-order'
  | 'proofs'
  | 'answers';

/**
 * A case that a run treats in a way of its own:
 * - `first-cancel`: it judges the cancel that shows how the server reads the page
 * - `reading`: it judges the same cancel, with what was tried before it
 * - `texts-together`: one cancel with all the texts of the cases `text`, which proves them where it succeeds
 * - `text`: one of them, sent by itself where that fails
 * - `extra-field`: goes along with `texts-together` where that is sent
 * - `no-cancel`: the server may accept it, and cancels nothing by it
 * - `late`: many servers take it for a cancel, which ends the use of orders, and so it comes last
 * - `last`: it may change the cancelled order, which the others need
 */
export type Role =
  | 'first-cancel'
  | 'reading'
  | 'texts-together'
  | 'text'
  | 'extra-field'
  | 'no-cancel'
  | 'late'
  | 'last';

/** What a case found out about the server. An error of the suite itself is a throw, and a skipped case does not run. */
export interface Verdict {
  /**
   * - `passed`: the response is what the contract says
   * - `failed`: the response breaks the contract
   * - `observed`: the contract does not specify the response, or only infers it: this is what the server does
   */
  outcome: 'passed' | 'failed' | 'observed';
  /** What there is to say: the causes of a failure, an observation, a note. A failure has at least one. */
  remarks: readonly Bilingual[];
  /** What this says of the ledger's questions: the question → the reading that the server follows. */
  answers?: Readonly<Record<string, string>>;
}

/** One request to the server, or several that belong together, and what the responses must be. */
export interface Case {
  /** Dotted and stable: the ledger and reports name it. */
  id: string;
  /** A sentence about the server's behaviour. */
  title: Bilingual;
  /** What the response must be, or that it is only written down. */
  expects: Bilingual;
  needs: Need;
  role?: Role;
  run(context: CaseContext): Promise<Verdict>;
}

/** What is sent and what came, both complete. */
export interface Exchange {
  request: OutgoingRequest;
  /** Undefined when there was no complete response. */
  response: HttpResponse | undefined;
  /** Why there was none. */
  failure: string | undefined;
  durationMs: number;
}

/** Answers of a kind that breaks the contract elsewhere but not here. */
export interface Allowance {
  /** A page in HTML, as Django gives for a path that it does not route. */
  html?: boolean;
  /** A redirect, as Django gives for a missing slash. */
  redirect?: boolean;
  /** A crash, where the request asks for something that the contract does not offer. */
  crash?: boolean;
}

/** What a case works with. */
export interface CaseContext {
  contract: Contract;
  check: ResponseCheck;
  /** The code that this case may use: an order's, where it needs one and there is one, otherwise one that no order has. */
  orderCode: string;
  /** True when `orderCode` is an order's. */
  hasOrder: boolean;
  /** A well-formed code that no order has. */
  unknownCode: string;
  /** The key that is valid, for cases that alter the header. */
  apiKey: string;
  /** A key that is not valid. */
  invalidApiKey: string;
  /** Identifies this run in a comment, so that AX Cloud can find its requests. */
  runId: string;
  /** How this server reads the page, as far as it is known. */
  reading: Reading;
  /** The first cancel that succeeded; undefined until then. */
  established: Established | undefined;
  /** What the cancels showed that took over an order which only refused requests had touched. */
  proofs: readonly Proof[];
  /** What the run has sent so far, over all cases. */
  exchanges: readonly Exchange[];
  /**
   * Sends exactly this, follows nothing, repeats nothing. What breaks the contract in any response (a 5xx, a redirect, a
   * page, private data) is noted and fails the case, whatever its own verdict, unless it is allowed here.
   *
   * @throws {NoResponse} when there is no complete response
   */
  send(request: OutgoingRequest, allowance?: Allowance): Promise<HttpResponse>;
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
  /** The request, in the contract's names, and how it was named on the wire. */
  body: Readonly<Record<string, unknown>>;
  names: NamesReading;
  response: HttpResponse;
  /** The responses to what was tried before on the same order and did not cancel it. */
  before: readonly { names: NamesReading; body: Readonly<Record<string, unknown>>; response: HttpResponse }[];
}

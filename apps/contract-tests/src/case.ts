import type { Contract } from '@ax-cloud/channel-spec/contract';
import type { Answer, OutgoingRequest } from './exchange.ts';

/**
 * What a case uses up, in the order in which cases run:
 * - `nothing`: no key, no order
 * - `key`: a valid key and a made-up order code
 * - `order`: an order that must stay as it is; all such cases share one
 * - `fresh-order`: an order of its own, which it cancels
 * - `cancelled-order`: the order that the first cancel has cancelled
 */
type Need = (typeof NEEDS)[number];
export const NEEDS = ['nothing', 'key', 'order', 'fresh-order', 'cancelled-order'] as const;

/** What a case found out about the server. An error of the suite itself is a throw, and a skipped case does not run. */
export type Verdict =
  /** The answer is what the contract says. */
  | { outcome: 'passed'; note?: string }
  /** The answer breaks the contract. */
  | { outcome: 'failed'; problems: [string, ...string[]] }
  /** The contract is silent, or only infers the answer: this is what the server does. */
  | { outcome: 'observed'; observation: string };

/** One request to the server and what its answer must be. */
export interface Case {
  /** Dotted and stable: the ledger and reports name it. */
  id: string;
  /** A sentence about the server's behaviour. */
  title: string;
  needs: Need;
  run(context: CaseContext): Promise<Verdict>;
}

/** What a case works with. */
export interface CaseContext {
  contract: Contract;
  /** The code that this case may use: an order's, where it needs one, otherwise one that no order has. */
  orderCode: string;
  /** The key that is valid, for cases that bend the header. */
  apiKey: string;
  /** A key that is not valid. */
  invalidApiKey: string;
  /** What the server answered to the first cancel that succeeded; undefined until then. */
  cancelled: { channel_order_code: string } | undefined;
  /** Sends exactly this, follows nothing, repeats nothing. */
  send(request: OutgoingRequest): Promise<Answer>;
}

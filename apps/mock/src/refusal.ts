import type { DocumentedExample } from '@ax-cloud/contract/refusals';

/** A documented refusal, with a hint if it is a beginner's mistake. */
export interface Refusal {
  example: DocumentedExample;
  /** One sentence for the log. It holds no key. */
  hint?: string;
}

/** Which keys and order codes a mock accepts. */
export interface Known {
  /** The only valid key. Without it, any key is valid. */
  apiKey?: string;
  /** The only orders that exist, in addition to those of the scenarios. Without them, any well-formed code is an order. */
  orderCodes?: readonly string[];
  /** Whether an order code may have another form than the contract's example, as the schema allows it. Default false. */
  anyCode?: boolean;
}

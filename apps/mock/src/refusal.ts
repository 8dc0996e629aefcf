import type { DocumentedExample } from '@ax-cloud/contract/refusals';

/** A documented refusal, and where it is a beginner's mistake, why. */
export interface Refusal {
  example: DocumentedExample;
  /** One sentence for the log. It holds no key. */
  hint?: string;
}

/** What a mock knows when it shall not take any key and any order code that it gets. */
export interface Known {
  /** The only key that may call; any may without it. */
  apiKey?: string;
  /** The only orders that there are, beside those of the scenarios; any well-formed code is an order without them. */
  orderCodes?: readonly string[];
  /** Whether an order code may have another form than the contract's example, as the schema allows it. Default false. */
  anyCode?: boolean;
}

import type { IncomingHttpHeaders } from 'node:http';

/** A whole body, or why it was not kept whole. */
export type PassedBody = Buffer | { because: string };

/** A request and its response that the proxy passed on. */
export interface PassedExchange {
  method: string;
  /** Path and query. */
  url: string;
  requestHeaders: IncomingHttpHeaders;
  /** Each `Authorization` header that was sent. Node.js keeps only the first in {@link PassedExchange.requestHeaders}. */
  authorization: readonly string[];
  requestBody: PassedBody;
  status: number;
  responseHeaders: IncomingHttpHeaders;
  responseBody: PassedBody;
}

/** One way in which an exchange breaks the contract. */
export interface ExchangeViolation {
  /** Which of the two breaks it. */
  by: 'request' | 'response';
  /** What is wrong, in a sentence without sent values. */
  message: string;
}

/** What an exchange shows. */
export interface Verdict {
  violations: readonly ExchangeViolation[];
  /** The parts that say nothing about the contract, because they could not be read: what and why, in words without sent values. */
  unchecked: readonly string[];
}

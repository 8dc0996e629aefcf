import type { IncomingHttpHeaders } from 'node:http';

/** A request and its response that the proxy passed on. */
export interface PassedExchange {
  method: string;
  /** Path and query. */
  url: string;
  requestHeaders: IncomingHttpHeaders;
  /** The whole body; undefined when it was too large to be kept. */
  requestBody: Buffer | undefined;
  status: number;
  responseHeaders: IncomingHttpHeaders;
  /** As {@link PassedExchange.requestBody}. */
  responseBody: Buffer | undefined;
}

/** One way in which an exchange breaks the contract. */
export interface ExchangeViolation {
  /** Which of the two breaks it. */
  by: 'request' | 'response';
  /** What is wrong, in a sentence without sent values. */
  message: string;
}

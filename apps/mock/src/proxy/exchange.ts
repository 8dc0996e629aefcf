import type { IncomingHttpHeaders } from 'node:http';

/** A request and its response, as they went through the proxy. */
export interface PassedExchange {
  method: string;
  /** Path and query. */
  url: string;
  requestHeaders: IncomingHttpHeaders;
  /** The whole body, or undefined when it was too long to be kept. */
  requestBody: Buffer | undefined;
  status: number;
  responseHeaders: IncomingHttpHeaders;
  /** As {@link PassedExchange.requestBody}. */
  responseBody: Buffer | undefined;
}

/** One way in which an exchange breaks the contract. */
export interface ExchangeViolation {
  /** Who broke it. */
  by: 'request' | 'response';
  /** What is wrong, in a sentence without a value that was sent. */
  message: string;
}

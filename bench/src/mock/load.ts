import autocannon from 'autocannon';
import { makeCall } from './call.ts';

const CONNECTIONS = 16;
let number = 0;

/** The result of sending a server as much as it takes. */
export interface Load {
  perSecond: number;
  /** Milliseconds within which 99 of 100 requests got their response. */
  p99: number;
  /** How many requests got no success. */
  failed: number;
}

/**
 * Sends calls on 16 connections, each as soon as the one before has its response.
 *
 * @param extent how many seconds, or how many calls
 * @throws {Error} when more than one in a hundred gets no success
 */
export async function load(url: string, extent: { duration: number } | { amount: number }): Promise<Load> {
  const started = performance.now();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    ...extent,
    requests: [
      {
        setupRequest(request) {
          number += 1;
          return { ...request, ...makeCall(number) } as typeof request;
        },
      },
    ],
  });
  const seconds = (performance.now() - started) / 1000;
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > result['2xx'] / 100)
    throw new Error(`${failed} of the calls to ${url} failed, so nothing can be compared.`);
  return { perSecond: result['2xx'] / seconds, p99: result.latency.p99, failed };
}

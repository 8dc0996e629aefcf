import { randomBytes, randomUUID } from 'node:crypto';

/** An order by its two codes. */
export interface OrderPair {
  axCode: string;
  channelCode: string;
}

/** What one server and the run against it share: a key, and orders that nobody has used. */
export interface Given {
  apiKey: string;
  orders: readonly OrderPair[];
  foreign: OrderPair;
}

/** More than a run needs, so that a server that uses some up is examined to the end. */
const ORDERS = 40;

/** Makes a key with both cases in it, and orders. */
export function makeGiven(): Given {
  const pair = () => ({ axCode: randomUUID(), channelCode: randomUUID() });
  return {
    apiKey: `kE${randomBytes(18).toString('base64url').replaceAll(/[-_]/g, 'x')}9`,
    orders: Array.from({ length: ORDERS }, pair),
    foreign: pair(),
  };
}

/** Pairs as servers and contract tests take them: `ax_code:channel_code,…`. */
export function writePairs(orders: readonly OrderPair[]): string {
  return orders.map(({ axCode, channelCode }) => `${axCode}:${channelCode}`).join(',');
}

import { setTimeout as delay } from 'node:timers/promises';

/** A complete request that reached the proxy. */
export interface Arrival {
  /** 1 for the first request of the run. */
  number: number;
  method: string;
  /** As received, with the query. */
  url: string;
  body: Buffer;
  /** Milliseconds since the process started. */
  at: number;
}

/** What the proxy does with one request. */
export type Effect =
  | {
      does: 'forward';
      /** Holds the response back until this resolves. */
      until?: () => Promise<unknown>;
      /** How long the port is closed after the response; Infinity for good. */
      thenGoneForMs?: number;
    }
  | {
      does: 'respond';
      status: number;
      headers: Readonly<Record<string, string>>;
      body: string;
      /** Whether the server still gets the request, as when a gateway times out. */
      forwardsFirst?: boolean;
    }
  | { does: 'drop'; when: 'before the server' | 'after the server' };

/** Decides what happens to each request of one run on its way to the server. It may keep state. */
export type Condition = (arrival: Arrival) => Effect;

export const FORWARD: Effect = { does: 'forward' };

/** No condition: the proxy only forwards. */
export const unhindered = (): Condition => () => FORWARD;

/** Delays every response. */
export const slow =
  (delayMs: number): Condition =>
  () => ({ does: 'forward', until: () => delay(delayMs) });

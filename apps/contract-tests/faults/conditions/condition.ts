import { setTimeout as delay } from 'node:timers/promises';

/** A request that has reached the proxy, complete. */
export interface Arrival {
  /** 1 for the first request of the run. */
  number: number;
  method: string;
  /** As it came, with its query. */
  url: string;
  body: Buffer;
  /** Milliseconds since the process started. */
  at: number;
}

/** What the proxy does with one request. */
export type Effect =
  | {
      does: 'forward';
      /** Until when the response is held back. */
      until?: () => Promise<unknown>;
      /** Once the response is sent, the port is closed for so long; Infinity for good. */
      thenGoneForMs?: number;
    }
  | {
      does: 'respond';
      status: number;
      headers: Readonly<Record<string, string>>;
      body: string;
      /** Whether the server gets the request all the same, as where a gateway has waited too long. */
      forwardsFirst?: boolean;
    }
  | { does: 'drop'; when: 'before the server' | 'after the server' };

/** A condition of one run: what happens to each request on its way to the server. It may keep state. */
export type Condition = (arrival: Arrival) => Effect;

export const FORWARD: Effect = { does: 'forward' };

/** No condition: a proxy that is not noticed. */
export const unhindered = (): Condition => () => FORWARD;

/** Every request takes so long. */
export const slow =
  (delayMs: number): Condition =>
  () => ({ does: 'forward', until: () => delay(delayMs) });

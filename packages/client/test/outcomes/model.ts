import type { Outcome } from '../../src/index.ts';

/** A model of AX Cloud's server: what it received, and the state of the order. */
export interface Server {
  /** How many requests reached it, whole or in part. */
  requests: number;
  cancelled: boolean;
}

/** What a simulated `fetch` has at hand when one attempt happens. */
export interface Happening {
  /** The signal that the client gave to `fetch`. */
  signal: AbortSignal;
  /** Fires the signal of the caller. */
  abort(): void;
  /** Waits by the simulated clock. */
  wait(ms: number): Promise<void>;
}

/** One thing that can happen to an attempt, what is true afterwards, and what a client can know of it. */
export interface Event {
  name: string;
  /** Whether a request reaches the server, whole or in part. */
  arrives: boolean;
  /** Whether the server cancels the order because of it. */
  cancels: boolean;
  /** Whether the server asks to come back, so that a client may send again although the request arrived. */
  asksBack?: true;
  /** What this end of an attempt tells about the order, by what the runtime and the server say. */
  tells: Outcome | 'cancelled';
  /** Set where another event is of the same kind, and differs only in what the client treats alike. */
  isVariant?: true;
  /** What `fetch` does. */
  happen(happening: Happening): Promise<Response>;
}

/** How the key of a call comes. */
export interface KeySource {
  name: string;
  apiKey(happening: Pick<Happening, 'wait' | 'abort'>): string | Promise<string>;
  /** How the call ends if it never makes an attempt. */
  endsIn?: 'not_sent' | 'exception';
}

/** Lets an event happen at the server. */
export function arriveAt(server: Server, { arrives, cancels }: Event): void {
  if (arrives) server.requests += 1;
  if (cancels) server.cancelled = true;
}

import { behaviour } from '../../node/behaviour.mjs';
import type { Reply } from './key.guard.ts';

/** The members of Express's response that are used here. */
export interface Outgoing {
  status(code: number): Outgoing;
  set(headers: Record<string, string>): Outgoing;
  json(body: unknown): void;
  end(body?: string | Buffer): void;
}

/** Sends a response of the shared behaviour. */
export function send(response: Outgoing, reply: Reply): void {
  const { status, json, raw, headers = {} }: Reply = behaviour.finish(reply);
  response.status(status).set(headers);
  if (json !== undefined) response.json(json);
  else response.end(raw);
}

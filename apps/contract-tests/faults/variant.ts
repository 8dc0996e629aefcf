import { type Behaviour, CONFORMING, type Fields, type Order, type Reply } from './behaviour.ts';
import type { Send } from './server.ts';

/** A server that is wrong in one way, and what the suite must make of it. */
export interface Variant {
  /** What the server does, after "a server that". */
  does: string;
  /** The case that must fail. */
  fails: string;
  /** Other cases that the same fault makes fail; any case that is not named is a false alarm. */
  also?: RegExp;
  /** What replaces the conforming step. */
  change?: Partial<Behaviour>;
  send?: Send;
}

/** A server that does something that the contract does not specify: the case that must show it, and none may fail. */
export interface UnspecifiedVariant extends Omit<Variant, 'fails' | 'also'> {
  shows: string;
}

/** A server that conforms in another reading of what the page leaves open: no case may fail. */
export interface ReadingVariant {
  does: string;
  change: Partial<Behaviour>;
  /** What the run must answer to the ledger's questions; null where it must leave one open. */
  answers?: Readonly<Record<string, string | null>>;
  orders?: number;
}

/** Changes every success. */
export function onSuccess(
  change: (body: Record<string, unknown>, order: Order) => unknown,
): Partial<Behaviour> {
  return {
    finish: (reply, _request, order) =>
      reply.status === 200 && order !== undefined
        ? { ...reply, body: change(reply.body as Record<string, unknown>, order) }
        : reply,
  };
}

/** Changes every response of one status. */
export function onStatus(status: number, change: (reply: Reply) => Reply): Partial<Behaviour> {
  return { finish: (reply) => (reply.status === status ? change(reply) : reply) };
}

export function html(status: number): Reply {
  return {
    status,
    body: `<!doctype html><html><title>${status}</title><h1>${status}</h1></html>`,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  };
}

export const crash = (): Reply => html(500);

/** Refuses requests that the contract allows, at one field. */
export function refusing(field: string, matches: (fields: Fields) => boolean): Partial<Behaviour> {
  return {
    validate(body) {
      const result = CONFORMING.validate(body);
      return 'fields' in result && matches(result.fields) ? { errors: { [field]: ['x'] } } : result;
    },
  };
}

/** Crashes on requests that the contract allows. */
export function crashing(matches: (fields: Fields) => boolean): Partial<Behaviour> {
  return {
    ...refusing('crash', matches),
    invalid: (errors) => ('crash' in errors ? crash() : CONFORMING.invalid(errors)),
  };
}

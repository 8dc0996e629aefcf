import { type Behaviour, CONFORMING, type Fields, type Order, type Reply } from './behaviour.ts';
import type { Send } from './server.ts';

/** A server that behaves in a way of its own, and what the suite must make of it. */
export interface Server {
  /** What the server does, after "a server that". */
  does: string;
  /** What replaces the conforming step. */
  change?: Partial<Behaviour>;
  send?: Send;
  orders?: number;
  /** The run is given the channel's code of each order. */
  pairs?: boolean;
  /**
   * What the run must answer to the ledger's questions where that is not the answer of the conforming server; null where it must
   * leave one open. Each other question may only have the conforming answer, or none.
   */
  answers?: Readonly<Record<string, string | null>>;
}

/** A server that is wrong in one way. */
export interface Variant extends Server {
  /** The case that must fail. */
  fails: string;
  /** Other cases that the same fault makes fail; any case that is not named is a false alarm. */
  also?: RegExp;
}

/** A server that does something that the contract does not specify: the case that must show it, and none may fail. */
export interface UnspecifiedVariant extends Server {
  shows: string;
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

/** The first cancel of a run. */
export const FIRST = 'cancel.travelerCancel';

/** The cases that judge a success. */
const SUCCESSES =
  /^(cancel\.(travelerCancel|unavoidableCancel|comment\.|without-comment|channel-code|repeat|new|mixed|parallel)|reading\.|body\.comment\.type\.number$)/;

/** A server whose successes are all broken in one way. */
export const broken = (does: string, change: Partial<Behaviour>, answers?: Server['answers']): Variant => ({
  does,
  fails: FIRST,
  also: SUCCESSES,
  change,
  ...(answers === undefined ? {} : { answers }),
});

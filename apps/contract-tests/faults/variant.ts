import { orderSteps } from '@ax-cloud/contract/echo';
import type { Behaviour, Fields, Order, Reply } from './behaviour.ts';
import { CONFORMING } from './conforming.ts';
import type { Send } from './server.ts';
import { contract, FIRST, SUCCESS } from './words.ts';

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
  /** The questions in whose plain reading the server is written; where another one is settled, it cannot be tried. */
  speaks?: readonly string[];
  /** The question of whose other readings the run must find the server's; where it is settled, a run looks for none. */
  question?: string;
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

type Body = Record<string, unknown>;

/** Changes the body of every success. */
export function onSuccess(change: (body: Body, order: Order) => unknown): Partial<Behaviour> {
  return {
    finish: (reply, _request, order) =>
      reply.status === SUCCESS && order !== undefined
        ? { ...reply, body: change(reply.body as Body, order) }
        : reply,
  };
}

/** Changes the order in every success, wherever the contract has it. */
export function onOrder(change: (order: Body) => unknown): Partial<Behaviour> {
  const inside = (body: unknown, [step, ...others]: string[]): unknown =>
    step === undefined
      ? change(body as Body)
      : { ...(body as Body), [step]: inside((body as Body)[step], others) };
  return onSuccess((body) => inside(body, orderSteps(contract.success)));
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

/** The cases that judge a success. */
const SUCCESSES =
  /^(cancel\.(travelerCancel|unavoidableCancel|other|comment\.|without-comment|channel-code|repeat|new|mixed|parallel)|reading\.|body\.(comment\.type\.number|\w+\.left-out)$)/;

/** A server whose successes are all broken in one way. */
export const broken = (does: string, change: Partial<Behaviour>, answers?: Server['answers']): Variant => ({
  does,
  fails: FIRST,
  also: SUCCESSES,
  change,
  ...(answers === undefined ? {} : { answers }),
});

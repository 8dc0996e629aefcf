import { orderSteps } from '@ax-cloud/contract/echo';
import type { Behaviour, Fields, Order, Reply } from './behaviour.ts';
import { CONFORMING } from './conforming.ts';
import type { Send } from './server.ts';
import { contract, FIRST, SUCCESS } from './words.ts';

/** A server to test the suite with, and what the suite must find. */
export interface Server {
  /** Completes the test title "a server that …". */
  does: string;
  /** The steps that replace the conforming ones. */
  change?: Partial<Behaviour>;
  send?: Send;
  orders?: number;
  /** Whether the run gets the channel's code of each order. */
  pairs?: boolean;
  /** The server works only in the plain reading of these questions. If another reading is settled, it is not tried. */
  speaks?: readonly string[];
  /** The run must find the server's reading of this question. If the question is settled, the server is not tried. */
  question?: string;
  /**
   * The answers of the run that differ from those for the conforming server; null for a question that must stay open. Any other
   * question must have the conforming answer or stay open.
   */
  answers?: Readonly<Record<string, string | null>>;
}

/** A server with one fault. */
export interface Variant extends Server {
  /** The case that must fail. */
  fails: string;
  /** Other cases that may fail from the same fault. Any further failure is a false alarm. */
  also?: RegExp;
}

/** A server with unspecified behaviour. The case `shows` must report it, and no case may fail. */
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

/** Changes the order in every success, also inside an envelope. */
export function onOrder(change: (order: Body) => unknown): Partial<Behaviour> {
  const inside = (body: unknown, [step, ...others]: string[]): unknown =>
    step === undefined
      ? change(body as Body)
      : { ...(body as Body), [step]: inside((body as Body)[step], others) };
  return onSuccess((body) => inside(body, orderSteps(contract.success)));
}

/** Changes every response with one status. */
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

/** Refuses matching requests with an error about one field, although the contract allows them. */
export function refusing(field: string, matches: (fields: Fields) => boolean): Partial<Behaviour> {
  return {
    validate(body) {
      const result = CONFORMING.validate(body);
      return 'fields' in result && matches(result.fields) ? { errors: { [field]: ['x'] } } : result;
    },
  };
}

/** Crashes on matching requests, although the contract allows them. */
export function crashing(matches: (fields: Fields) => boolean): Partial<Behaviour> {
  return {
    ...refusing('crash', matches),
    invalid: (errors) => ('crash' in errors ? crash() : CONFORMING.invalid(errors)),
  };
}

/** The cases that check a success. */
const SUCCESSES =
  /^(cancel\.(travelerCancel|unavoidableCancel|other|comment\.|without-comment|channel-code|repeat|new|mixed|parallel)|reading\.|body\.(comment\.type\.number|\w+\.left-out)$)/;

/** A server that breaks every success in one way. */
export const broken = (does: string, change: Partial<Behaviour>, answers?: Server['answers']): Variant => ({
  does,
  fails: FIRST,
  also: SUCCESSES,
  change,
  ...(answers === undefined ? {} : { answers }),
});

import type { Success } from './contract.ts';
import { evaluate, pointerSteps, type RequestContext, resolvePointer } from './expression.ts';

/**
 * What a success must repeat, as `x-echoes` of the contract says it: a field of the order → the runtime expression into
 * the request that it must equal.
 */
export type Echoes = Readonly<Record<string, string>>;

/** One field of an order that is not what the request asked for. */
export interface UnmetEcho {
  /** The field of the order. */
  field: string;
  /** The runtime expression into the request that it must equal. */
  request: string;
  expected: unknown;
  received: unknown;
}

/** The order in the body of a success, or undefined where there is none. */
export function orderIn({ orderPointer }: Pick<Success, 'orderPointer'>, body: unknown): unknown {
  return resolvePointer(body, orderPointer);
}

/**
 * Compares a response with its request. An optional part of the request that was not sent is not compared.
 *
 * @returns empty when the response repeats the request
 */
export function unmetEchoes(
  success: Pick<Success, 'orderPointer' | 'echoes'>,
  request: RequestContext,
  body: unknown,
): UnmetEcho[] {
  const order = orderIn(success, body);
  return Object.entries(success.echoes).flatMap(([field, wanted]) => {
    const expected = evaluate(wanted, { request });
    const received = resolvePointer(order, `/${field}`);
    if (expected === undefined || received === expected) return [];
    return [{ field, request: wanted, expected, received }];
  });
}

/**
 * Turns an example of a success into the response to this request: every echoed field takes the request's value. A part
 * that was not sent stays as in the example.
 */
export function echoRequest(
  success: Pick<Success, 'orderPointer' | 'echoes'>,
  request: RequestContext,
  exampleBody: unknown,
): unknown {
  const body = structuredClone(exampleBody);
  const order = orderIn(success, body);
  if (typeof order !== 'object' || order === null) {
    throw new SyntaxError(`"x-order": the example has no object at "${success.orderPointer}".`);
  }
  for (const [field, wanted] of Object.entries(success.echoes)) {
    const value = evaluate(wanted, { request });
    if (value !== undefined) Object.assign(order, { [field]: value });
  }
  return body;
}

/** The keys that lead to the order in the body; empty where the body is the order. */
export function orderSteps({ orderPointer }: Pick<Success, 'orderPointer'>): string[] {
  return pointerSteps(orderPointer);
}

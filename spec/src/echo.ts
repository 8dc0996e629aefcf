import { evaluate, type RequestContext } from './expression.ts';

/**
 * What a success must repeat, as `x-echoes` of the contract says it: a runtime expression into the response →
 * the runtime expression into the request that it must equal.
 */
export type Echoes = Readonly<Record<string, string>>;

/** One value of a response that is not what the request asked for. */
export interface UnmetEcho {
  /** The runtime expression into the response, for example `$response.body#/ax_order_code`. */
  response: string;
  /** The runtime expression into the request that it must equal. */
  request: string;
  expected: unknown;
  received: unknown;
}

/** Compares a response with what the request asked for. An empty list means that the answer is the echo. */
export function unmetEchoes(echoes: Echoes, request: RequestContext, responseBody: unknown): UnmetEcho[] {
  return Object.entries(echoes).flatMap(([response, wanted]) => {
    const expected = evaluate(wanted, { request });
    const received = evaluate(response, { request, response: { body: responseBody } });
    return received === expected ? [] : [{ response, request: wanted, expected, received }];
  });
}

/**
 * Makes of an example answer the answer to this request: every echoed field takes the request's value.
 *
 * @throws {SyntaxError} when a rule points below the first level of the body, which this contract's answers do not have
 */
export function echoRequest(echoes: Echoes, request: RequestContext, exampleBody: unknown): unknown {
  const echoed = Object.entries(echoes).map(([response, wanted]) => {
    const [, field] = /^\$response\.body#\/([^/]+)$/.exec(response) ?? [];
    if (field === undefined)
      throw new SyntaxError(`x-echoes: "${response}" does not name a field of the answer.`);
    return [field, evaluate(wanted, { request })];
  });
  return { ...(exampleBody as object), ...Object.fromEntries(echoed) };
}

import { type CancelBody, echoOf, ORDER_STEPS, SUCCESS } from './generated/contract.ts';
import { SUCCESSES } from './generated/mock.ts';
import type { MockResponse } from './mock-response.ts';

/** The success of a valid request: the example for its statuses, which repeats what was sent. */
export function succeed(code: string, body: CancelBody): MockResponse {
  const sent: Readonly<Record<string, unknown>> = { ...body };
  const fits = SUCCESSES.find(({ statuses }) =>
    Object.entries(statuses).every(([name, value]) => sent[name] === value),
  );
  const example = (fits ?? SUCCESSES[0])?.body;
  const echoes = Object.entries(echoOf(code, body)).filter(([, value]) => value !== undefined);
  return { status: SUCCESS, body: withOrder(example, Object.fromEntries(echoes)) };
}

/** A copy of a success whose order has these values. */
export function withOrder(body: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(body);
  const order = ORDER_STEPS.reduce<unknown>((found, step) => Object(found)[step], copy);
  return Object.assign(Object(order), values) && copy;
}

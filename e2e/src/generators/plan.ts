import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest } from '@ax-cloud/contract/echo';
import { documentedExamples, KEY, readRefusals } from '@ax-cloud/contract/refusals';
import type { Alteration } from './front.ts';

/** One call that a generated client makes, and the response that it must report. */
export interface Call {
  /** What it tries, as a failure names it. */
  name: string;
  /** What the consumer is given: by name, the parameters, the fields of the body, and the value of `Authorization`. */
  given: Readonly<Record<string, string>>;
  alteration: Alteration;
  expected: { status: number; body: unknown };
  /** The body that must reach the mock. */
  sent: unknown;
}

/** A key that the mock takes. */
const KEY_VALUE = 'Token e2e-generators';

/**
 * Takes the calls from the contract's own examples: each of a request, each of an invalid request's response, a wrong key and
 * an unknown order; then one of each status with fields in the response that the contract does not declare.
 */
export function planCalls(contract: Contract): Call[] {
  const refusals = readRefusals(contract);
  const [unknownOrder] = refusals.order;
  const [wrongKey] = refusals.wrongKey;
  const [first, ...others] = Object.keys(contract.request.examples).map((name) =>
    planSuccess(contract, name),
  );
  if (first === undefined) throw new Error('The request of the contract has no example.');
  const invalid = documentedExamples(contract).filter(({ violation }) => violation !== undefined);

  const refuse = (name: string, given: Call['given'], { status, value }: (typeof invalid)[number]): Call => ({
    ...first,
    name,
    given: { ...first.given, ...given },
    expected: { status, body: value },
  });
  const successes = [first, ...others];
  const refused = [
    refuse('a wrong key', { Authorization: wrongKey.provokedBy[KEY] ?? '' }, wrongKey),
    refuse('an unknown order', { [contract.orderCode.name]: firstValue(unknownOrder) }, unknownOrder),
    // A typed client sends no invalid request, so the mock is asked for the response.
    ...invalid.map((example) => ({
      ...refuse(`an invalid request, ${example.name}`, {}, example),
      alteration: { headers: { Prefer: `code=${example.status}, example=${example.name}` } },
    })),
  ];
  const calls = [...successes, ...refused];
  const onceEach = calls.filter(
    ({ expected }, index) => calls.findIndex((call) => call.expected.status === expected.status) === index,
  );
  const extended = onceEach.map((call) => ({
    ...call,
    name: `${call.name}, with undeclared fields in the response`,
    alteration: { ...call.alteration, extraFields: true },
  }));
  return [...calls, ...extended];
}

function planSuccess(contract: Contract, name: string): Call {
  const { request, success, orderCode, headers, query } = contract;
  const body = request.examples[name]?.value as Record<string, unknown>;
  const shown = success.examples[name] ?? Object.values(success.examples)[0];
  const parameters = [orderCode, ...headers, ...query];
  const values = (place: 'path' | 'header' | 'query') =>
    Object.fromEntries(
      parameters.filter((one) => one.in === place).map((one) => [one.name, String(one.example)]),
    );
  const headerValues = Object.fromEntries(
    Object.entries(values('header')).map(([header, value]) => [header.toLowerCase(), value]),
  );
  const sent = { path: values('path'), headers: headerValues, query: values('query'), body };
  const texts = Object.entries(body).map(([field, value]) => [field, String(value)]);
  return {
    name: `a cancel, ${name}`,
    given: {
      Authorization: KEY_VALUE,
      ...values('path'),
      ...values('header'),
      ...values('query'),
      ...Object.fromEntries(texts),
    },
    alteration: {},
    expected: { status: success.status, body: echoRequest(success, sent, shown?.value) },
    sent: body,
  };
}

function firstValue({ provokedBy }: { provokedBy: Readonly<Record<string, string>> }): string {
  return Object.values(provokedBy)[0] ?? '';
}

import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contract,
  type Deviation,
  order,
  orderPath,
  type Received,
  scenarioCode,
  send,
  VALID,
} from './exchange.ts';
import { useMock } from './mock.ts';
import * as pinned from './pinned.ts';
import { usePrism } from './prism.ts';

/*
 * Sends the same requests to this mock and to `prism mock`. All differences are on purpose, and are listed below.
 */

const mock = useMock();
const prism = usePrism();
// The contract may lack what a difference needs, so the differences use the pinned one.
const pinnedMock = useMock(pinned.PINNED);
const pinnedPrism = usePrism(pinned.PINNED_FILE);

interface Compared {
  status: number;
  type: string | undefined;
  body: unknown;
}

async function ask(url: string, deviation: Deviation, sender = send): Promise<Compared> {
  const received: Received = await sender(url, deviation);
  const [type] = (received.headers['content-type'] ?? '').split(';');
  return { status: received.status, type, body: received.json };
}

const named = contract.responses.flatMap(({ status, examples }) =>
  Object.keys(examples).map((name) => `code=${status}, example=${name}`),
);

describe('The mock responds as Prism does to', () => {
  it.each<[string, Deviation]>([
    ['a cancel of the example order', { body: Object.values(contract.request.examples)[0]?.value }],
    ['any media type', { headers: { accept: '*/*' } }],
    ['several media types', { headers: { accept: 'text/html, application/json;q=0.5' } }],
    ['JSON with a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
    ['a field that the contract does not name', { body: { ...VALID, more: 1 } }],
    ['a query', { path: `${orderPath()}?a=b` }],
    ['missing fields', { body: {} }],
    ['made-up values of an error', { headers: { prefer: 'code=404, dynamic=true, seed=a' } }],
    ...contract.responses.map(({ status }): [string, Deviation] => [
      `Prefer: code=${status}`,
      { headers: { prefer: `code=${status}` } },
    ]),
    ...contract.responses.map(({ status }): [string, Deviation] => [
      `?__code=${status}`,
      { path: `${orderPath()}?__code=${status}` },
    ]),
    ['?__example=', { path: `${orderPath()}?__example=unavoidableCancel` }],
    ...named.map((prefer): [string, Deviation] => [`Prefer: ${prefer}`, { headers: { prefer } }]),
  ])('%s', async (_, deviation) => {
    const [ours, theirs] = await Promise.all([ask(mock.url, deviation), ask(prism.url, deviation)]);
    expect(ours).toEqual(theirs);
  });
});

interface Difference {
  request: string;
  deviation: Deviation;
  /** What Prism responds with. If it no longer does, think the difference over. */
  prism: [status: number, type: string] | 'no response';
  mock: [status: number, type: string];
  because: string;
}

const JSON_TYPE = 'application/json';
const PROBLEM = 'application/problem+json';
const DIFFERENCES: readonly Difference[] = [
  {
    request: 'another order',
    deviation: { orderCode: 'b9872ed4-12c5-4fb5-ae18-000000000000' },
    prism: [200, JSON_TYPE],
    mock: [200, JSON_TYPE],
    because: 'The contract says that a success repeats the order code.',
  },
  {
    request: 'another status',
    deviation: { body: pinned.contract.request.examples.unavoidableCancel?.value },
    prism: [200, JSON_TYPE],
    mock: [200, JSON_TYPE],
    because: 'The contract says that a success repeats both statuses.',
  },
  {
    request: 'no key',
    deviation: { headers: { authorization: undefined } },
    prism: [401, PROBLEM],
    mock: [403, JSON_TYPE],
    because: 'The contract documents 403 for it.',
  },
  {
    request: 'another scheme',
    deviation: { headers: { authorization: 'Bearer key' } },
    prism: [200, JSON_TYPE],
    mock: [403, JSON_TYPE],
    because: 'The contract documents 403 for a malformed key; Prism takes any header for a key.',
  },
  {
    request: 'the key that provokes an error',
    deviation: { headers: { authorization: 'Token invalid' } },
    prism: [200, JSON_TYPE],
    mock: [403, JSON_TYPE],
    because: 'The contract names it in x-provoked-by.',
  },
  {
    request: 'an order code that provokes an error',
    deviation: { orderCode: pinned.UNKNOWN_ORDER },
    prism: [200, JSON_TYPE],
    mock: [404, JSON_TYPE],
    because: 'The contract names it in x-provoked-by.',
  },
  {
    request: 'an order code of a scenario',
    deviation: { orderCode: scenarioCode('html-502') },
    prism: [200, JSON_TYPE],
    mock: [502, 'text/html'],
    because: 'Scenarios let a client meet faults.',
  },
  {
    request: 'an unknown status',
    deviation: { body: { ...pinned.VALID, ax_status: 'x' } },
    prism: [400, JSON_TYPE],
    mock: [400, JSON_TYPE],
    because: 'The response names the invalid field; Prism always gives the first example.',
  },
  {
    request: 'a body that is not JSON',
    deviation: { body: '{' },
    prism: 'no response',
    mock: [400, JSON_TYPE],
    because: 'The contract documents its 400 for it; Prism 5.16 never responds.',
  },
  {
    request: 'another media type',
    deviation: { headers: { 'content-type': 'text/plain' } },
    prism: [400, JSON_TYPE],
    mock: [415, JSON_TYPE],
    because: 'The framework behind the server responds with 415, with its own text.',
  },
  {
    request: 'another method',
    deviation: { method: 'PUT' },
    prism: [405, PROBLEM],
    mock: [405, JSON_TYPE],
    because: 'The framework behind the server responds with a detail, and with Allow.',
  },
  {
    request: 'another path',
    deviation: { path: '/v1/elsewhere' },
    prism: [404, PROBLEM],
    mock: [404, JSON_TYPE],
    because: 'The framework behind the server responds with a detail.',
  },
  {
    request: 'an Accept without JSON',
    deviation: { headers: { accept: 'application/xml' } },
    prism: [406, PROBLEM],
    mock: [406, JSON_TYPE],
    because: 'The framework behind the server responds with a detail.',
  },
  {
    request: 'Prefer with an undocumented status',
    deviation: { headers: { prefer: 'code=418' } },
    prism: [404, PROBLEM],
    mock: [400, JSON_TYPE],
    because: 'A mistake in Prefer must not look like an unknown order.',
  },
  {
    request: 'Prefer with a semicolon',
    deviation: { headers: { prefer: 'code=404; example=malformedOrder' } },
    prism: [404, JSON_TYPE],
    mock: [404, JSON_TYPE],
    because: 'RFC 7240 has semicolons. Prism ignores what follows; here the status is the same.',
  },
];

/** Waits long enough for any response of Prism. */
const patience = () => wait(3000, 'no response' as const, { ref: false });

describe('The mock differs from Prism on purpose for', () => {
  it.each(DIFFERENCES)('$request: $because', async (difference) => {
    const [ours, theirs] = await Promise.all([
      ask(pinnedMock.url, difference.deviation, pinned.send),
      Promise.race([ask(pinnedPrism.url, difference.deviation, pinned.send), patience()]),
    ]);
    expect(theirs === 'no response' ? theirs : [theirs.status, theirs.type]).toEqual(difference.prism);
    expect([ours.status, ours.type]).toEqual(difference.mock);
  });
});

it('The mock and Prism agree on which bodies are valid', { timeout: 60_000 }, async () => {
  const status = fc.oneof(
    fc.constantFrom(...order.statuses, ...order.statuses.map((one) => one.toLowerCase()), ' New', ''),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue());
  const fields = contract.request.fields.map(({ name, cancels }) => [name, cancels ? status : text]);
  const body: fc.Arbitrary<object> = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 10, maxLength: 10 }), async (bodies) => {
      const [ours, theirs] = await Promise.all(
        [mock, prism].map(({ url }) =>
          Promise.all(bodies.map(async (one) => (await ask(url, { body: one })).status)),
        ),
      );
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

it('Prism gives the example that the mock builds its success from', async () => {
  expect((await ask(prism.url, {})).body).toEqual(Object.values(contract.success.examples)[0]?.value);
});

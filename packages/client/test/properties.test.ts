import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSuccess, REFUSALS as ROWS } from '../src/generated/validators.ts';
import { CODE, contract, createClient, INPUT, STATUS } from './call.ts';
import { ECHOES, isDocumented, ORDER, REFUSALS, RIGHT, responseWith, SUCCESS } from './documented.ts';

const KEY = 'secret-key-0123456789';
const KINDS = [
  'forbidden',
  'not_found',
  'invalid_request',
  'refused',
  'undocumented_status',
  'malformed_response',
  'not_applied',
  'redirected',
  'too_large',
  'timeout',
  'network',
];

/** An order near what the contract says, with values replaced or added. */
const nearOrder = fc.oneof(
  fc.record({
    ...Object.fromEntries(
      Object.keys(ORDER).map((name) => [
        name,
        fc.oneof(fc.constantFrom(CODE, STATUS, 'New', null, 1), fc.string()),
      ]),
    ),
  }),
  fc.dictionary(
    fc.constantFrom(...Object.keys(ORDER), 'extra'),
    fc.oneof(fc.constantFrom(STATUS, CODE), fc.string(), fc.array(fc.string()), fc.integer()),
  ),
);
/** Bodies near what the contract says: its examples, with values replaced, added or wrapped, and any JSON at all. */
const nearJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(JSON.parse(RIGHT)),
  nearOrder,
  nearOrder.map((order) => JSON.parse(responseWith(order))),
  fc.dictionary(
    fc.constantFrom('detail', ...contract.request.fields.map(({ name }) => name), 'extra'),
    fc.oneof(fc.constantFrom(STATUS, CODE), fc.string(), fc.array(fc.string()), fc.integer()),
  ),
  fc.constant({ status_code: 200, data: JSON.parse(RIGHT) }),
  fc.jsonValue(),
);
const bytes = fc.oneof(
  nearJson.map((value) => new TextEncoder().encode(JSON.stringify(value))),
  fc.uint8Array({ maxLength: 200 }),
);
const response = fc.record({
  status: fc.oneof(
    fc.constantFrom(SUCCESS, SUCCESS, SUCCESS, ...REFUSALS.map(({ status }) => status)),
    fc.integer({ min: 200, max: 599 }),
  ),
  body: bytes,
  cuts: fc.array(fc.nat(200), { maxLength: 5 }),
  headers: fc.dictionary(
    fc.constantFrom('content-type', 'retry-after', 'location', 'x-other'),
    fc.constantFrom('application/json', 'text/html', '0', '1', 'soon', 'https://elsewhere.example', KEY),
  ),
  breaks: fc.boolean(),
});

/** The response as a stream of pieces, which may break off. */
function toResponse({
  status,
  body,
  cuts,
  headers,
  breaks,
}: typeof response extends fc.Arbitrary<infer T> ? T : never) {
  const places = [0, ...[...cuts].sort((a, b) => a - b), body.length];
  const pieces = places.slice(1).map((end, index) => body.slice(places[index], end));
  const stream = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      if (breaks) controller.error(new Error('reset'));
      else controller.close();
    },
  });
  return new Response([204, 205, 304].includes(status) ? null : stream, { status, headers });
}

test('whatever a server responds with, the call ends in a value, and in a success only if the response repeats the request', async () => {
  await fc.assert(
    fc.asyncProperty(response, async (given) => {
      let sends = 0;
      const fetch = async () => {
        sends += 1;
        return toResponse(given);
      };
      const channel = createClient({ apiKey: KEY, timeoutMs: 500, fetch });
      const result = await channel.cancelTourOrder(CODE, INPUT);
      if (result.ok) {
        expect(given.status).toBe(SUCCESS);
        expect(given.breaks).toBe(false);
        expect(result.order).toMatchObject(ECHOES);
      } else {
        expect(KINDS).toContain(result.error.kind);
        expect(['not_sent', 'rejected', 'unknown']).toContain(result.error.outcome);
        expect(JSON.stringify(result)).not.toContain(KEY);
        // A request that got a response was sent.
        expect(result.error.outcome).not.toBe('not_sent');
      }
      if (given.status !== 429 && given.status !== 503) expect(sends).toBe(1);
    }),
    { numRuns: 2500 },
  );
});

test('wherever a server stalls, the call ends by its time limit, and the order is unknown', async () => {
  await fc.assert(
    fc.asyncProperty(response, fc.boolean(), async (given, atOnce) => {
      // Bytes that are not UTF-8 end a response before it stalls.
      const beginning = new TextEncoder().encode(Buffer.from(given.body).toString('latin1'));
      const stalled = new ReadableStream({ start: (controller) => controller.enqueue(beginning) });
      const { status, headers } = given;
      const fetch = () =>
        atOnce
          ? new Promise<Response>(() => {})
          : Promise.resolve(
              new Response([204, 205, 304].includes(status) ? null : stalled, { status, headers }),
            );
      const channel = createClient({ apiKey: KEY, timeoutMs: 10, fetch });
      const started = performance.now();
      const result = await channel.cancelTourOrder(CODE, INPUT);
      // Far more than a busy machine takes, and far less than a hang.
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(result).toMatchObject({ ok: false, error: { outcome: 'unknown' } });
    }),
    { numRuns: 200 },
  );
});

test('the guards take the values that the contract’s schemas take, and no others', () => {
  for (const { status } of contract.responses) {
    const guard = status === SUCCESS ? isSuccess : ROWS[status]?.[2];
    if (guard === undefined) throw new Error(`Nothing checks the response ${status}.`);
    fc.assert(
      fc.property(nearJson, (value) => {
        expect(guard(value)).toBe(isDocumented(status, value));
      }),
      { numRuns: 2000 },
    );
  }
});

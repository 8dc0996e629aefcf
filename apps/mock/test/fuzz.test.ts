import { Agent, request as httpRequest } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { open, rawRequest, statuses } from './connection.ts';
import { contract, order, orderPath, type Received, scenarios, send } from './exchange.ts';

/*
 * No request may crash the mock or get a response of an undocumented kind. Every run draws other requests; a failure prints the seed
 * that repeats it.
 */

const lines: string[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
});

const SCENARIO_CODES = new Set(scenarios.map(({ code }) => code));
const AGENT = new Agent({ keepAlive: true, maxSockets: 16 });

const text = fc.string({ unit: 'binary', maxLength: 40 });
const status = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...order.statuses) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...order.statuses.flatMap((one) => [
        one.toLowerCase(),
        ` ${one}`,
        `${one} `,
        one.replace(' ', '\u00a0'),
      ]),
      '',
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record(
        Object.fromEntries(
          contract.request.fields.map(({ name, cancels }) => [
            name,
            cancels === undefined ? fc.oneof(text, fc.jsonValue()) : status,
          ]),
        ),
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constant('') },
);
const segment = fc
  .oneof(
    fc.uuid(),
    fc.constantFrom('..', '%2e%2e', '%00', '%2F', '%', '%ff', ...order.refusals.order.map(order.provoking)),
    text.map((code) => encodeURIComponent(code)),
    fc.string({ maxLength: 20 }).map((code) => code.replaceAll(/[^!-~]|[#?]/g, '')),
  )
  .filter((code) => !SCENARIO_CODES.has(code));
const headerText = fc
  .string({ maxLength: 30 })
  .map((value) => value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ''));
const headers = fc.record(
  {
    authorization: fc.oneof(
      fc.constantFrom('Token any-key', 'token x', 'Token', 'Token invalid', 'Bearer x'),
      headerText,
    ),
    'content-type': fc.oneof(
      fc.constantFrom('application/json', 'text/plain', 'application/json; charset=x'),
      headerText,
    ),
    accept: fc.oneof(
      fc.constantFrom('*/*', 'application/json', 'text/html', 'application/json;q=0'),
      headerText,
    ),
    prefer: fc.oneof(
      fc.constantFrom(
        ...contract.responses.flatMap(({ status: code, examples }) => [
          `code=${code}`,
          `dynamic=true, code=${code}`,
          `code=${code}, example=${Object.keys(examples)[0]}`,
        ]),
        'dynamic=true',
        'code=418',
      ),
      headerText,
    ),
    'x-any': headerText,
  },
  { requiredKeys: [] },
);
const request = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constant(contract.method) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD') },
  ),
  path: fc.oneof(
    {
      weight: 5,
      arbitrary: segment.map((code) => contract.path.replace(`{${contract.orderCode.name}}`, code)),
    },
    { weight: 1, arbitrary: fc.webPath().filter((path) => path !== '') },
  ),
  query: fc.constantFrom('', '?', '?a=b', '?api_key=x&&='),
  headers: fc.oneof(
    headers,
    headers.map((drawn) => ({
      ...drawn,
      authorization: 'Token any-key',
      'content-type': 'application/json',
      accept: '*/*',
      ...order.HEADERS,
    })),
  ),
  body,
});
type Drawn = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

/** What the mock responds with beyond the contract: a wrong path, preference, method, Accept or Content-Type. */
const BEYOND = [400, 404, 405, 406, 415];

const ajv = new Ajv2020({ strict: false });
const validators = new Map(
  contract.responses.map(({ status, schema }) => [
    status,
    ajv.compile({ ...schema, components: contract.document.components }),
  ]),
);

function deliver(
  url: string,
  { method, path, query, headers: drawn, body: payload }: Drawn,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${url}`,
      {
        agent: AGENT,
        method,
        path: `${path}${query}`,
        headers: { ...drawn, 'content-length': Buffer.byteLength(payload) },
      },
      (response) => {
        let received = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          received += chunk;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: received,
            json: received === '' ? undefined : JSON.parse(received),
          }),
        );
      },
    );
    sent.on('error', (cause) => reject(new Error(`${method} ${path} ${JSON.stringify(drawn)}`, { cause })));
    sent.end(payload);
  });
}

function expectDocumentedKind(
  { method }: Drawn,
  { status, headers: received, text: responseText, json }: Received,
) {
  expect([...contract.responses.map((response) => response.status), ...BEYOND]).toContain(status);
  expect(received['content-type']).toBe('application/json');
  if (method === 'HEAD') return expect(responseText).toBe('');
  const validate = validators.get(status);
  if (validate === undefined) return expect(json).toEqual({ detail: expect.any(String) });
  validate(json);
  return expect(validate.errors).toBeNull();
}

it('5,000 requests get a response of the documented kind, and the mock keeps running', {
  timeout: 180_000,
}, async () => {
  const mock = await startMock({ port: 0, log: (line) => lines.push(line) });
  onTestFinished(() => mock.close());
  const batches = fc.array(request, { minLength: 20, maxLength: 20, size: 'max' });
  await fc.assert(
    fc.asyncProperty(batches, async (batch) => {
      const responses = await Promise.all(batch.map((drawn) => deliver(mock.url, drawn)));
      responses.forEach((response, index) => {
        const drawn = batch[index];
        if (drawn !== undefined) expectDocumentedKind(drawn, response);
      });
    }),
    { numRuns: 250, endOnFailure: true },
  );
  expect(lines.filter((line) => line.includes(' failed: '))).toEqual([]);
  expect((await send(mock.url)).status).toBe(order.SUCCESS);
  expect(unhandled).toEqual([]);
});

it('Any bytes on a connection get responses or close it, and the mock keeps running', {
  timeout: 180_000,
}, async () => {
  const mock = await startMock({ port: 0, log: (line) => lines.push(line) });
  onTestFinished(() => mock.close());
  const required = Object.entries(order.HEADERS).map(([name, value]) => `${name}: ${value}`);
  const valid = rawRequest(orderPath(), JSON.stringify(order.VALID), required);
  const documented = contract.responses.map((response) => response.status);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    fc
      .string({
        unit: fc.constantFrom('\r', '\n', ' ', ':', 'PATCH', '/', 'HTTP/1.1', 'Host', '0', '\0', '{'),
      })
      .map((drawn) => Buffer.from(drawn)),
    // A valid request with some changed and some missing bytes.
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.nat(valid.length),
      )
      .map(([changes, end]) => {
        const changed = Buffer.from(valid + valid);
        for (const [place, byte] of changes) changed[place] = byte;
        return changed.subarray(0, valid.length + end);
      }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 10, maxLength: 10 }), async (batch) => {
      await Promise.all(
        batch.map(async (chunk) => {
          const { socket, received } = await open(mock.url);
          socket.end(chunk);
          for (const status of statuses(await received))
            expect([...documented, ...BEYOND, 100, 408, 417, 431]).toContain(status);
        }),
      );
    }),
    { numRuns: 100, endOnFailure: true },
  );
  expect(lines.filter((line) => line.includes(' failed: '))).toEqual([]);
  expect((await send(mock.url)).status).toBe(order.SUCCESS);
  expect(unhandled).toEqual([]);
});

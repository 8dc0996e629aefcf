import type { Contract } from '@ax-cloud/contract/contract';
import { FORMATS } from '@ax-cloud/contract/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import type { Received } from './exchange.ts';
import { contractAfter, orderPath, send, VALID } from './pinned.ts';

/*
 * For any schemas and any request, the mock's messages are in Korean, or texts that the framework has only in English. They are never
 * those of a validator.
 */

const ENGLISH = ['Not a valid string.', 'No data provided'];
const PREFIX = /^(헤더|쿼리) [\w-]+: /;

const text = fc.record(
  {
    enum: fc.uniqueArray(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    minLength: fc.integer({ min: 0, max: 3 }),
    maxLength: fc.integer({ min: 0, max: 5 }),
    pattern: fc.constantFrom('^[a-z]*$', '\\d', '^\\p{L}+$'),
    format: fc.constantFrom('uuid', 'date', 'date-time', 'email'),
  },
  { requiredKeys: [] },
);
const limits = fc.record(
  { minimum: fc.integer({ min: -2, max: 2 }), maximum: fc.integer({ min: -1, max: 5 }) },
  { requiredKeys: [] },
);
const nullable = (type: string) => fc.constantFrom(type, [type, 'null']);
const typed = (type: string, keywords: fc.Arbitrary<object>) =>
  fc.tuple(nullable(type), keywords).map(([written, rest]) => ({ type: written, ...rest }));
const scalar = fc.oneof(
  typed('string', text),
  typed('integer', limits),
  typed('number', limits),
  typed('boolean', fc.constant({})),
);
const { schema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    typed(
      'array',
      fc.record(
        { items: tie('schema'), minItems: fc.nat({ max: 2 }), maxItems: fc.nat({ max: 3 }) },
        { requiredKeys: ['items'] },
      ),
    ),
    typed(
      'object',
      fc.record({
        properties: fc.dictionary(fc.constantFrom('a', 'b', '한글'), tie('schema'), { maxKeys: 3 }),
        required: fc.subarray(['a', 'b']),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      }),
    ),
  ),
}));

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', '한글', 'c'), fc.jsonValue({ maxDepth: 2 })),
  fc.constant(undefined),
);
const asciiText = fc.string({ maxLength: 6 }).map((drawn) => drawn.replaceAll(/[^!-~]/g, ''));
const sent = fc.record({
  body: fc.oneof(
    { weight: 5, arbitrary: fc.record({ one: value, two: value, more: value }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
  header: fc.option(asciiText, { freq: 1 }),
  query: fc.option(asciiText, { freq: 1 }),
});

/** A contract with two more fields, a header and a query parameter. */
const drawnContract = fc
  .record({
    one: schema,
    two: schema,
    header: scalar,
    query: scalar,
    closed: fc.boolean(),
    needed: fc.boolean(),
  })
  .map((drawn) =>
    contractAfter(({ operation, request }) => {
      Object.assign(request.properties, { one: drawn.one, two: drawn.two });
      request.additionalProperties = !drawn.closed;
      if (drawn.needed) request.required.push('two');
      const common = { required: drawn.needed, description: 'A parameter.', example: 'x' };
      operation.parameters.push(
        { ...common, name: 'X-Drawn', in: 'header', schema: drawn.header },
        { ...common, name: 'drawn', in: 'query', schema: drawn.query },
      );
    }),
  );

/** Whether the contract allows a body, according to a second validator. */
function secondOpinion({ request, document }: Contract): (body: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, formats: { ...FORMATS } });
  return ajv.compile({ ...request.schema, components: document.components });
}

/** The messages in a 400, in any of its forms. */
function messagesIn({ json }: Received): unknown[] {
  return Object.values(json as object).flat();
}

it('A second validator agrees on what is valid, and every message is Korean or the framework’s own', {
  timeout: 120_000,
}, async () => {
  let invalid = 0;
  await fc.assert(
    fc.asyncProperty(
      drawnContract,
      fc.array(sent, { minLength: 10, maxLength: 10 }),
      async (contract, requests) => {
        const failures: string[] = [];
        const allows = secondOpinion(contract);
        const parametersAreOptional = [...contract.headers, ...contract.query].every(
          ({ required }) => !required,
        );
        const mock = await startMock({
          port: 0,
          contract: async () => contract,
          log: (line) => line.includes('failed') && failures.push(line),
        });
        try {
          for (const { body, header, query } of requests) {
            const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
            const content: unknown = JSON.parse(JSON.stringify(isObject ? { ...VALID, ...body } : body));
            const received = await send(mock.url, {
              path: query === null ? orderPath() : `${orderPath()}?drawn=${encodeURIComponent(query)}`,
              headers: { 'x-drawn': header ?? undefined },
              body: JSON.stringify(content),
            });
            expect([200, 400]).toContain(received.status);
            if (parametersAreOptional && header === null && query === null)
              expect([content, received.status]).toEqual([content, allows(content) ? 200 : 400]);
            if (received.status === 200) continue;
            invalid += 1;
            expect(messagesIn(received)).not.toEqual([]);
            for (const message of messagesIn(received)) {
              expect(message).toEqual(expect.any(String));
              const said = String(message).replace(PREFIX, '');
              if (!ENGLISH.includes(said)) expect(said).toMatch(/[가-힣]/);
              expect(said).not.toMatch(/must |Request |property /);
            }
          }
        } finally {
          await mock.close();
        }
        expect(failures).toEqual([]);
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  expect(invalid).toBeGreaterThan(100);
});

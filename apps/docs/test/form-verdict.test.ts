import { createChannelClient } from '@ax-cloud/channel-client';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { exampleBody } from '@ax-cloud/contract/request-body';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { FORMATS } from '@ax-cloud/contract/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/browser/form/judge.ts';
import { isValid } from '../src/browser/form/valid.ts';
import { checkedSchemas } from '../src/form/checked-schemas.ts';
import { OUTCOMES } from '../src/form/form-texts.ts';
import { makeForm } from '../src/form/make-form.ts';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { expectedCancel } from './expected-cancel.ts';

const contract = await loadContract();
const form = makeForm(contract, await loadScenarios(), samplesOf(contract, await loadTemplates()), 'en');
const expected = expectedCancel(contract);
const client = (response: () => Response) =>
  createChannelClient({
    apiKey: 'key-of-the-tests',
    baseUrl: 'http://127.0.0.1:9',
    retries: 0,
    fetch: async () => response(),
  });

/** Bodies that are right, wrong, and almost right. */
const BODIES: readonly string[] = [
  ...contract.responses.flatMap(({ examples }) =>
    Object.values(examples).map(({ value }) => JSON.stringify(value)),
  ),
  JSON.stringify(expected.response.body),
  ...expected.echoed.map((field) => JSON.stringify(expected.altered(field))),
  JSON.stringify({ status_code: 200, data: expected.response.body }),
  JSON.stringify(expected.response.body).slice(0, -20),
  "{'detail': 'Not found.'}",
  `{'detail': "It's not found."}`,
  '{"detail":1}',
  '{"detail":null}',
  '{}',
  '[]',
  'null',
  '',
  '<html>Bad Gateway</html>',
];

describe('The verdict of the form', () => {
  it("is the same as the client's for every status and every kind of body", async () => {
    const [field = ''] = expected.statusFields;
    const request = { path: { [contract.orderCode.name]: expected.order }, headers: {}, body: expected.body };
    const differing: unknown[] = [];
    let compared = 0;
    for (let status = 200; status < 600; status += 1) {
      // Responses with these statuses have no body.
      if ([204, 205, 304].includes(status)) continue;
      for (const text of BODIES) {
        const channel = client(() => new Response(text, { status }));
        const result = await channel.cancelTourOrder(expected.order, {
          status: String(expected.body[field]) as 'Traveler cancel',
          comment: String(expected.body.comment),
        });
        const outcome = result.ok ? 'verified' : result.error.outcome;
        const { why } = judge(form, request, status, text);
        if (OUTCOMES[why] !== outcome) differing.push({ status, text, why, outcome });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5000);
    expect(differing).toEqual([]);
  });

  it('does not call an order cancelled if the repeated status is not a cancel', () => {
    const { document: _, ...other } = contract;
    const uncancelled = { ...exampleBody(contract) };
    for (const name of expected.statusFields) uncancelled[name] = 'New';
    const request = { path: { [other.orderCode.name]: expected.order }, headers: {}, body: uncancelled };
    const order = {
      ...(expected.response.body as object),
      ax_order_status: 'New',
      channel_order_status: 'New',
    };
    expect(judge(form, request, other.success.status, JSON.stringify(order)).why).toBe('notCancel');
  });
});

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  1,
  2.5,
  -3,
  '',
  'a',
  'abc',
  '😀😀',
  '2026-11-27',
  'b9872ed4-12c5-4fb5-ae18-4f39b11ee912',
  [],
  ['a'],
  [1, 'a', null],
  {},
  { a: 'x' },
  { a: 1, b: [] },
  { b: 'x', c: { a: 'deep' } },
];

const SCHEMAS: readonly object[] = [
  {},
  { type: 'string' },
  { type: ['string', 'null'] },
  { type: 'integer', minimum: 0, maximum: 1 },
  { type: 'number', minimum: 1.5 },
  { type: 'boolean' },
  { type: 'null' },
  { enum: ['a', 1, null] },
  { type: 'string', minLength: 1, maxLength: 2 },
  { type: 'string', pattern: '^a.*c$' },
  { type: 'string', format: 'date' },
  { type: 'string', format: 'uuid' },
  { type: 'array', items: { type: 'string' }, minItems: 1 },
  { type: 'array', maxItems: 1 },
  { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
  { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
  { type: 'object', properties: { a: {} }, additionalProperties: { type: 'string' } },
  { type: 'object', properties: { c: { $ref: '#/components/schemas/Inner' } } },
  { $ref: '#/components/schemas/Inner', type: 'object' },
];
const document = {
  components: {
    schemas: {
      Inner: {
        type: 'object',
        description: 'Refers to itself.',
        properties: { a: { type: 'string' }, c: { $ref: '#/components/schemas/Inner' } },
        required: ['a'],
      },
    },
  },
};

describe('The check of a body', () => {
  it.each(SCHEMAS.map((schema) => [JSON.stringify(schema), schema] as const))(
    'accepts the same values as Ajv: %s',
    (_, schema) => {
      const ajv = new Ajv2020({ strict: false, formats: FORMATS });
      ajv.addSchema({ ...document, $id: 'contract' });
      const validate = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')),
      );
      const responses = [{ status: 200, schema }];
      const { responses: forms, schemas } = checkedSchemas({ document, responses } as unknown as Contract);
      const valid = VALUES.filter((value) => isValid(forms.get(200) ?? {}, value, schemas));
      expect(valid).toEqual(VALUES.filter((value) => validate(value)));
    },
  );

  it.each([
    [{ type: 'string', contentEncoding: 'base64' }, 'does not check the keyword "contentEncoding"'],
    [{ type: 'string', format: 'ipv4' }, 'does not check the format "ipv4"'],
    [{ $ref: '#/components/schemas/Gone' }, 'no schema at #/components/schemas/Gone'],
  ])('refuses, in one line, a schema that it cannot check: %j', (schema, message) => {
    const responses = [{ status: 200, schema }];
    const check = () => checkedSchemas({ document, responses } as unknown as Contract);
    expect(check).toThrow(message);
    expect(check).not.toThrow('\n');
  });
});

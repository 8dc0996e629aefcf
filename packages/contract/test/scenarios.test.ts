import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { readRefusals } from '../src/refusals.ts';
import { loadScenarios } from '../src/scenarios.ts';

const scenarios = await loadScenarios();
const schema = await readFile(
  new URL(import.meta.resolve('@ax-cloud/channel-spec/scenarios.schema.json')),
  'utf8',
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schema));

describe('The scenarios', () => {
  it('have each a code and a name of its own, none of which the contract provokes a response with', async () => {
    const { order } = readRefusals(await loadContract());
    const provoking = order.flatMap(({ provokedBy }) => Object.values(provokedBy));
    const codes = scenarios.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(codes.length);
    expect(codes.filter((code) => provoking.includes(code))).toEqual([]);
  });

  it('have the form that their schema describes, with texts in both languages', () => {
    validate({ scenarios });
    expect(validate.errors ?? []).toEqual([]);
  });
});

const [scenario] = scenarios;
const whole = { ...scenario, fault: undefined, status: 418, headers: {}, body: '' };

describe('The schema of the scenarios', () => {
  it.each<[string, object]>([
    ['gives no whole response and does no fault', { ...whole, body: undefined }],
    ['gives a whole response and does a fault', { ...whole, fault: 'cut' }],
    ['gives a whole response without a status', { ...whole, status: null }],
    ['does a fault that nobody knows', { ...scenario, fault: 'explode' }],
    ['has an order code that is no UUID', { ...scenario, code: 'ORDER-1' }],
    ['does not say what is known of the order', { ...scenario, outcome: undefined }],
    ['says only in English what happens', { ...scenario, happens: { en: 'It breaks.' } }],
    ['says of the order what nobody can say', { ...scenario, outcome: 'probably' }],
    ['says in Korean what is English', { ...scenario, advice: { en: 'Check it.', ko: 'Check it.' } }],
    ['has a field of another name', { ...scenario, title: 'Broken' }],
  ])('refuses one that %s', (_, refused) => {
    // Undefined fields are left out, as in a file.
    expect(validate(JSON.parse(JSON.stringify({ scenarios: [refused] })))).toBe(false);
  });

  it('takes a whole response', () => {
    expect(validate(JSON.parse(JSON.stringify({ scenarios: [whole] })))).toBe(true);
  });
});

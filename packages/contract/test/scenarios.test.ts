import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../src/scenarios.ts';
import { schemaValidator } from './schema-validator.ts';

const scenarios = await loadScenarios();
const validate = await schemaValidator('scenarios');

const [scenario] = scenarios;
const whole = { ...scenario, fault: undefined, status: 418, headers: {}, body: '' };

describe('The schema of the scenarios', () => {
  it.each<[string, object]>([
    ['has neither a whole response nor a fault', { ...whole, body: undefined }],
    ['has both a whole response and a fault', { ...whole, fault: 'cut' }],
    ['has a whole response without a status', { ...whole, status: null }],
    ['has an unknown fault', { ...scenario, fault: 'explode' }],
    ['has an order code that is not a UUID', { ...scenario, code: 'ORDER-1' }],
    ['has no outcome', { ...scenario, outcome: undefined }],
    ['says what happens in English only', { ...scenario, happens: { en: 'It breaks.' } }],
    ['has an unknown outcome', { ...scenario, outcome: 'probably' }],
    [
      'has an English text in place of a Korean one',
      { ...scenario, advice: { en: 'Check it.', ko: 'Check it.' } },
    ],
    ['has an unknown field', { ...scenario, title: 'Broken' }],
  ])('refuses one that %s', (_, refused) => {
    // Undefined fields are left out, as in a file.
    expect(validate(JSON.parse(JSON.stringify({ scenarios: [refused] })))).toBe(false);
  });

  it('takes a whole response', () => {
    expect(validate(JSON.parse(JSON.stringify({ scenarios: [whole] })))).toBe(true);
  });
});

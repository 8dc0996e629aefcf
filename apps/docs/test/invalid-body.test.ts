import { loadContract } from '@ax-cloud/contract/contract';
import { exampleBody } from '@ax-cloud/contract/request-body';
import { allowsBody } from '@ax-cloud/contract/schema-check';
import { describe, expect, it } from 'vitest';
import { invalidBody } from '../src/invalid-body.ts';

const contract = await loadContract();
const valid = exampleBody(contract);
const names = contract.request.fields.map(({ name }) => name);

describe('The body of an invalid request', () => {
  it.each(['required', 'enum', 'type'])('violates the contract: %s', (violation) => {
    const text = invalidBody(contract, violation, []);
    expect(allowsBody(contract, JSON.parse(text ?? ''))).toBe(false);
  });

  it('is malformed JSON if the violation is "syntax"', () => {
    expect(() => JSON.parse(invalidBody(contract, 'syntax', []) ?? '')).toThrow(SyntaxError);
  });

  it('has an invalid value in each field that the response names, and in no other', () => {
    const body = JSON.parse(invalidBody(contract, 'type', names.slice(1)) ?? '');
    for (const name of names.slice(1)) expect(Array.isArray(body[name]), name).toBe(true);
    expect(body[names[0] ?? '']).toBe(valid[names[0] ?? '']);
  });

  it('has an invalid value in one field if the response names none', () => {
    const body = JSON.parse(invalidBody(contract, 'type', []) ?? '');
    expect(names.filter((name) => JSON.stringify(body[name]) !== JSON.stringify(valid[name]))).toHaveLength(
      1,
    );
  });

  it('is undefined if no field can have the violation', () => {
    expect(invalidBody(contract, 'maxItems', [])).toBeUndefined();
    const optional = contract.request.fields.filter(({ required }) => !required).map(({ name }) => name);
    expect(optional).not.toEqual([]);
    expect(invalidBody(contract, 'required', optional)).toBeUndefined();
  });
});

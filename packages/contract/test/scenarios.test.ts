import { describe, expect, it } from 'vitest';
import { loadContract } from '../src/contract.ts';
import { readRefusals } from '../src/refusals.ts';
import { loadScenarios } from '../src/scenarios.ts';

const scenarios = await loadScenarios();

describe('The scenarios', () => {
  it('have each a code and a name of its own, none of which the contract provokes a response with', async () => {
    const { order } = readRefusals(await loadContract());
    const provoking = order.flatMap(({ provokedBy }) => Object.values(provokedBy));
    const codes = scenarios.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(codes.length);
    expect(codes.filter((code) => provoking.includes(code))).toEqual([]);
  });

  it.each(scenarios)(
    '$name either gives one whole response or does one fault',
    ({ status, headers, body, fault }) => {
      if (fault === undefined)
        expect([typeof status, typeof body, typeof headers]).toEqual(['number', 'string', 'object']);
      else expect([body, headers]).toEqual([undefined, undefined]);
    },
  );

  it.each(scenarios)(
    '$name says in both languages what happens and what to conclude',
    ({ happens, conclude }) => {
      expect(happens.en).not.toMatch(/[가-힣]/);
      expect(conclude.en).not.toMatch(/[가-힣]/);
      expect(happens.ko).toMatch(/[가-힣]/);
      expect(conclude.ko).toMatch(/[가-힣]/);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../src/outcomes.ts';
import { replaceBetweenMarkers, scenarioTable } from '../src/scenario-table.ts';
import { loadScenarios } from '../src/scenarios.ts';

const scenarios = await loadScenarios();

describe('The table of scenarios', () => {
  it.each(['en', 'ko'] as const)('has a row for each scenario, in the language %s', (language) => {
    const [, , ...rows] = scenarioTable(scenarios, language).split('\n');
    expect(rows).toEqual(
      scenarios.map(
        ({ code, name, happens, outcome, advice }) =>
          `| \`${code}\` | \`${name}\` | ${happens[language]} | ${OUTCOMES[outcome][language]}. ${advice[language]} |`,
      ),
    );
  });

  it('keeps a text with a bar or a line break in its cell', () => {
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error('There are no scenarios.');
    const text = { en: 'a | b\n  c\n', ko: '가' };
    const [, , row] = scenarioTable([{ ...scenario, happens: text }], 'en').split('\n');
    expect(row).toContain('| a \\| b c |');
  });
});

describe('What stands between two markers', () => {
  it('is replaced, and nothing else is', () => {
    const text = 'before\n<!-- x:start -->\nold\n<!-- x:end -->\nafter\n';
    const replaced = replaceBetweenMarkers(text, 'x', '$& new');
    expect(replaced).toBe('before\n<!-- x:start -->\n\n$& new\n\n<!-- x:end -->\nafter\n');
    expect(replaceBetweenMarkers(replaced, 'x', '$& new')).toBe(replaced);
  });

  it.each([
    'no marker',
    '<!-- x:start -->',
    '<!-- x:end --><!-- x:start -->',
    '<!-- x:start --><!-- x:start --><!-- x:end -->',
    '<!-- x:start --><!-- x:end --><!-- x:end -->',
  ])('must have both markers once: %s', (text) => {
    expect(() => replaceBetweenMarkers(text, 'x', '')).toThrow('"<!-- x:start -->" once');
  });
});

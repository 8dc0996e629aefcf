import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { USAGE } from '../src/arguments.ts';
import { EXIT_CODES } from '../src/report/result.ts';
import { HEADINGS, LEVEL_NAMES, OUTCOME_NAMES } from '../src/report/wording.ts';
import { ORDERS } from '../src/run/plan.ts';
import { unknownVariables } from '../src/settings.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** The variables that the settings read. */
const VARIABLES = [...new Set(read('src/settings.ts').match(/(?<=')AX_[A-Z_]+(?=')/g))];
const OPTIONS = [...new Set(USAGE.match(/(?<=\s)--?[a-z][a-z-]*|@[a-z]+/g))];

describe.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
] as const)('%s', (name, language) => {
  const readme = read(name);
  const rows = readme.split('\n').filter((line) => line.startsWith('| '));

  test('has the orders of the plan', () => {
    const planned = ORDERS.map(
      ({ cancelledBy, before }, index) => `| ${index + 1} | ${cancelledBy[language]} | ${before[language]} |`,
    );
    expect(rows.filter((row) => /^\| \d/.test(row))).toEqual(planned);
  });

  test('has a row for each variable and names no unknown one', () => {
    expect(VARIABLES.length).toBeGreaterThan(5);
    const described = rows.flatMap((row) => /^\| `(AX_\w+)`/.exec(row)?.[1] ?? []);
    expect(described.toSorted()).toEqual(VARIABLES.toSorted());
    const named = [...new Set(readme.match(/\bAX_[A-Z_]+[A-Z]\b/g))];
    expect(unknownVariables(Object.fromEntries(named.map((one) => [one, ''])))).toEqual([]);
  });

  test.each(OPTIONS)('has the option %s', (option) => {
    expect(rows.some((row) => new RegExp(`\`${option}[\` ]`).test(row))).toBe(true);
  });

  test.each(Object.entries(EXIT_CODES))('has the verdict "%s" with the exit code %i', (verdict, code) => {
    const starts = rows.filter(
      (row) => row.startsWith(`| \`${verdict}\``) && row.includes(` | \`${code}\` | `),
    );
    expect(starts).toHaveLength(1);
  });

  test.each([...Object.entries(OUTCOME_NAMES), ...Object.entries(LEVEL_NAMES)])('has "%s"', (id, { ko }) => {
    const start = language === 'ko' ? `| \`${id}\` (${ko}) |` : `| \`${id}\` |`;
    expect(rows.some((row) => row.startsWith(start))).toBe(true);
  });
});

test('README.ko.md names the verdicts as the reports do', () => {
  for (const verdict of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]) {
    expect(read('README.ko.md')).toContain(`| \`${verdict}\` (${HEADINGS[verdict].ko}) |`);
  }
});

import { afterAll, describe, expect, test } from 'vitest';
import { readFaults, readStacks } from '../src/contract-tests/catalogue.ts';
import { examine, type Finding } from '../src/contract-tests/examine.ts';
import {
  count,
  describeMistakes,
  type Figures,
  isMissed,
  writeTable,
} from '../src/contract-tests/figures.ts';
import { SUITE } from '../src/contract-tests/run-suite.ts';
import { TOOLCHAINS } from '../src/contract-tests/toolchains.ts';
import { describeMissing, findMissing } from '../src/tools.ts';

/** The least share of the documented faults that must fail with the right cause. */
const GOAL = 0.95;
/** Enough for some fifty servers, three at a time. */
const STACK_LIMIT_MS = 20 * 60_000;

const faults = readFaults();
const rows: Figures[] = [];

afterAll(() => {
  if (rows.length > 0) console.log(writeTable(rows));
});

describe('the contract tests tell the truth about a server in', () => {
  for (const stack of readStacks()) {
    const toolchain = TOOLCHAINS[stack.id];
    const missing = findMissing(toolchain?.needs ?? []);

    describe.skipIf(missing !== undefined)(`${stack.title}${describeMissing(missing)}`, () => {
      const own = faults.filter(({ stacks }) => stacks.includes(stack.id));
      let findings: readonly Finding[] = [];
      let mistakes: readonly string[] = [];

      // One run of each server for all the expectations: a run takes seconds.
      test('which is examined with each of its faults', { timeout: STACK_LIMIT_MS }, async () => {
        if (toolchain === undefined) throw new Error(`servers/stacks.yaml has no toolchain for ${stack.id}.`);
        findings = await examine(SUITE, await toolchain.prepare(), stack, [undefined, ...own]);
        rows.push(count(stack.title, findings));
        mistakes = describeMistakes(findings);
        expect(findings).toHaveLength(own.length + 1);
      });

      test('the conforming server fails no case', () => {
        const [conforming] = findings;
        expect(conforming).toMatchObject({ failed: [], noReport: undefined });
      });

      test('no question is answered wrongly', () => {
        expect(findings.filter(({ falseAnswers }) => falseAnswers.length > 0).map(nameAnswers)).toEqual([]);
      });

      test('faults against the page or the contract fail at the right case, and none stays unseen', () => {
        const documented = findings.filter(({ fault }) => fault?.breaks === 'documented');
        const right = documented.filter(({ seen }) => seen === 'right cause');
        expect(right.length / documented.length, mistakes.join('\n')).toBeGreaterThanOrEqual(GOAL);
        expect(documented.filter(({ seen }) => seen === 'unseen').map(nameFault)).toEqual([]);
      });

      test('what the contract leaves open is shown', () => {
        const unspecified = findings.filter(({ fault }) => fault?.breaks === 'unspecified');
        expect(unspecified.filter(isMissed).map(nameFault)).toEqual([]);
      });
    });
  }
});

function nameFault({ fault }: Finding): string {
  return fault?.id ?? 'conforming';
}

function nameAnswers(finding: Finding): string {
  return `${nameFault(finding)}: ${finding.falseAnswers.join(', ')}`;
}

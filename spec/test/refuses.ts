import { describe, expect, test } from 'vitest';
import { contract, type Edit } from './edit.ts';
import { problemsOf } from './rules.ts';

/** The edit, the rule that refuses it, the place and the message. */
type Row = readonly [what: string, edit: Edit, rule: string, place: RegExp, message: RegExp];

/** Tests that each edit has exactly one problem. */
export function refuses(group: string, rows: readonly Row[]): void {
  describe(`lint refuses once, with the place and what to do, in ${group}:`, () => {
    test.each(rows)('%s', (_, edit, rule, place, message) => {
      const document = contract();
      edit(document);
      const problems = problemsOf(document);
      expect(problems).toEqual([
        expect.objectContaining({ ruleId: `contract/${rule}`, message: expect.stringMatching(message) }),
      ]);
      expect(problems[0]?.location[0]?.pointer).toMatch(place);
    });
  });
}

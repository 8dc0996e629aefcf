import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { overlayProblemsOf } from './rules.ts';

/** One action of an overlay. */
type Action = Record<string, unknown>;

const overlay = parse(readFileSync(new URL('pinned/openapi.ko.yaml', import.meta.url), 'utf8')) as {
  extends?: string;
  actions: Action[];
};
const action = (one: Action) => ({ ...overlay, actions: [one] });
const update = (target: string, texts: unknown) => action({ target, update: texts });
const STATUS = '$.components.schemas.RequestedStatus';

test('the pinned Korean overlay has no problem', () => {
  expect(overlayProblemsOf(overlay)).toEqual([]);
});

test.each<[string, object, RegExp, RegExp]>([
  ['a target that matches nothing', update('$.inof', { title: '가' }), /target$/, /matches nothing/],
  ['a target that is not a JSONPath', update('$.info[', { title: '가' }), /target$/, /not a JSONPath/],
  ['a key that the contract does not have', update('$.info', { 'x-new': '가' }), /x-new$/, /has no "x-new"/],
  [
    'a text that has no English one',
    update('$.tags[0]', { summary: '가' }),
    /summary$/,
    /Add the English text/,
  ],
  ['a value of the wire', update(STATUS, { type: 'integer' }), /type$/, /not a text for people/],
  ['a list of values', update(STATUS, { enum: ['가'] }), /enum$/, /"enum" is not a text/],
  [
    'a meaning without a value',
    update(STATUS, { 'x-enumDescriptions': { Gone: '가' } }),
    /Gone$/,
    /has no "Gone"/,
  ],
  ['a removal', action({ target: '$.tags', remove: true }), /0$/, /replaces texts and does nothing else/],
  ['an action without an update', action({ target: '$.tags' }), /0$/, /Write "update"/],
  ['an overlay of another file', { ...overlay, extends: 'other.yaml' }, /extends$/, /extends no file/],
])('lint refuses in the Korean overlay: %s', (_, edited, place, message) => {
  const problems = overlayProblemsOf(edited as Action);
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  expect(problems[0]?.location[0]?.pointer).toMatch(place);
});

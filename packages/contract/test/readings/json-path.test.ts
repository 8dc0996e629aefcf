import { describe, expect, test } from 'vitest';
import { selectPlaces, splitSegments } from '../../src/readings/json-path.ts';

const document = {
  list: [{ name: 'a' }, { name: 'b' }],
  responses: { '200': { 'x-echoes': {} }, '403': {} },
  "traveler's": { 'back\\slash': 1, 'a/b': 2, 'tab\t"': 3 },
};

describe('a JSONPath selects', () => {
  test.each([
    ['by a filter', "$.list[?@.name == 'b']", [['list', 1]]],
    ['by a key that a response has', "$.responses[?@['x-echoes']]", [['responses', '200']]],
    ['a key with an apostrophe', `$["traveler's"]['a/b']`, [["traveler's", 'a/b']]],
    [
      'keys with a backslash and a control',
      `$["traveler's"]['back\\\\slash']`,
      [["traveler's", 'back\\slash']],
    ],
    [
      'every key below',
      `$["traveler's"].*`,
      ['back\\slash', 'a/b', 'tab\t"'].map((key) => ["traveler's", key]),
    ],
    ['a place once, however often it matches', "$.responses['403','403']", [['responses', '403']]],
    ['nothing', '$.none', []],
  ])('%s', (_, path, places) => {
    expect(selectPlaces(document, path)).toEqual(places);
  });
});

test.each([
  ["$.a['b.c'][?@.d == ']'].e", ['.a', "['b.c']", "[?@.d == ']']", '.e']],
  ["$..a[0]..['b']", ['..a', '[0]', "..['b']"]],
  ["$.paths.*.patch[?@['x'] == 'it\\'s']", ['.paths', '.*', '.patch', "[?@['x'] == 'it\\'s']"]],
  ['$', []],
])('the segments of %s', (path, segments) => {
  expect(splitSegments(path)).toEqual(segments);
});

import { describe, expect, test } from 'vitest';
import { fold } from '../../src/readings/fold.ts';
import { placesAfter } from '../../src/readings/moves.ts';
import { parseOverlay } from '../../src/readings/overlay.ts';

const CONTRACT = `# The contract
info: # about it
  title: T

paths:
  /orders/{code}:
    patch:
      tags: [Orders]
      parameters:
        - name: code # in the path
          in: path
      responses:
        '200':
          description: |
            Two

            paragraphs.
          x-echoes: { code: $request.path.code, 'it''s': a }
        '404':
          description: none

schemas:
  # What to send.
  Request:
    required: [status, comment]
    properties:
      # Why it was cancelled.
      comment:
        type: string # for people
        examples: [one]
      status:
        enum:
          - New
          # Both are cancels.
          - Traveler cancel
          - Unavoidable cancel

  Empty: {}

# The end
`;

function foldLines(...actions: string[]): string {
  return fold(CONTRACT, parseOverlay(`actions:\n${actions.join('\n')}\n`)).text;
}

/** The lines that only one of the texts has, as `diff` shows them. */
function difference(text: string): string[] {
  const [was, is] = [CONTRACT.split('\n'), text.split('\n')];
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  return [
    ...was.slice(start, was.length - end).map((line) => `-${line}`),
    ...is.slice(start, is.length - end).map((line) => `+${line}`),
  ];
}

describe('an overlay is written as a person would:', () => {
  test.each<[string, string[], string[]]>([
    [
      'a value is replaced, and the comment after it stays',
      ['  - { target: $.schemas.Request.properties.comment, update: { type: integer } }'],
      ['-        type: string # for people', '+        type: integer # for people'],
    ],
    [
      'a paragraph takes the place of another, moved to its column',
      ['  - target: "$.paths.*.patch.responses[\'200\']"\n    update:\n      description: |\n        One.\n'],
      ['-            Two', '-', '-            paragraphs.', '+            One.'],
    ],
    [
      'a status goes between its neighbours',
      ["  - target: $.paths.*.patch.responses\n    update:\n      '403': # no\n        description: no"],
      ["+        '403':", '+          description: no'],
    ],
    [
      'a new name goes to the end of its map, after a blank line if blank lines separate its entries',
      ['  - target: $.schemas\n    update:\n      More: { type: string }'],
      ['+  More: { type: string }', '+'],
    ],
    [
      'a list in brackets grows in its brackets',
      ['  - { target: $.schemas.Request.required, update: [more] }'],
      ['-    required: [status, comment]', '+    required: [status, comment, more]'],
    ],
    [
      'a list in lines grows by lines',
      ['  - target: $.schemas.Request.properties.status.enum\n    update: [Sold out]'],
      ['+          - Sold out'],
    ],
    [
      'an item goes with the comment above it',
      ["  - target: $.schemas.Request.properties.status.enum[?@ == 'Traveler cancel']\n    remove: true"],
      ['-          # Both are cancels.', '-          - Traveler cancel'],
    ],
    [
      'an entry goes with its comment and its blank line',
      ['  - target: $.schemas.Empty\n    remove: true'],
      ['-  Empty: {}', '-'],
    ],
    [
      'an entry in braces goes with its comma',
      ["  - target: $.paths.*.patch.responses.*['x-echoes'].code\n    remove: true"],
      [
        "-          x-echoes: { code: $request.path.code, 'it''s': a }",
        "+          x-echoes: { 'it''s': a }",
      ],
    ],
    [
      'an empty map takes lines',
      ['  - target: $.schemas.Empty\n    update:\n      type: object'],
      ['-  Empty: {}', '+  Empty:', '+    type: object'],
    ],
    [
      'a map that loses its last entry is left empty',
      ['  - target: $.schemas.Request.properties.status.enum\n    remove: true'],
      [
        '-      status:',
        '-        enum:',
        '-          - New',
        '-          # Both are cancels.',
        '-          - Traveler cancel',
        '-          - Unavoidable cancel',
        '+      status: {}',
      ],
    ],
    [
      'a value that is removed and set again stays where it was',
      [
        '  - target: $.schemas.Request.properties.comment.type\n    remove: true',
        "  - target: $.schemas.Request.properties.comment\n    update: { type: [string, 'null'] }",
      ],
      ['-        type: string # for people', "+        type: [string, 'null']"],
    ],
    [
      'a renamed key keeps its place, its comments and its value',
      [
        '  - target: $.schemas.Request.properties\n    update: { note: {} }',
        '  - target: $.schemas.Request.properties.note\n    copy: $.schemas.Request.properties.comment',
        '  - target: $.schemas.Request.properties.comment\n    remove: true',
      ],
      ['-      comment:', '+      note:'],
    ],
    [
      'a renamed key takes what is changed before the old key is removed',
      [
        '  - target: $.schemas.Request.properties\n    update: { note: {} }',
        '  - target: $.schemas.Request.properties.note\n    copy: $.schemas.Request.properties.comment',
        '  - target: $.schemas.Request.properties.note\n    update: { maxLength: 5 }',
        '  - target: $.schemas.Request.properties.comment\n    remove: true',
      ],
      [
        '-      comment:',
        '-        type: string # for people',
        '-        examples: [one]',
        '+      note:',
        '+        type: string # for people',
        '+        examples: [one]',
        '+        maxLength: 5',
      ],
    ],
    [
      'the next entry takes the place of one that is removed after a dash',
      ['  - target: $.paths.*.patch.parameters[0].name\n    remove: true'],
      ['-        - name: code # in the path', '-          in: path', '+        - in: path'],
    ],
  ])('%s', (_, actions, lines) => {
    expect(difference(foldLines(...actions))).toEqual(lines);
  });

  test('without an action nothing changes', () => {
    expect(fold(CONTRACT, parseOverlay('actions: []')).text).toBe(CONTRACT);
  });

  test('an update of single values may be folded twice', () => {
    const overlay = parseOverlay('actions:\n  - { target: $.info, update: { title: New } }');
    const { text } = fold(CONTRACT, overlay);
    expect(fold(text, overlay).text).toBe(text);
  });
});

describe('the places after a change are found for:', () => {
  test.each<[string, string, (string | number)[], (string | number)[][]]>([
    [
      'a node below a renamed key',
      `
  - { target: $.schemas, update: { Body: {} } }
  - { target: $.schemas.Body, copy: $.schemas.Request }
  - { target: $.schemas.Request, remove: true }`,
      ['schemas', 'Request', 'required'],
      [['schemas', 'Body', 'required']],
    ],
    [
      'a node that was moved into a new object',
      `
  - { target: $.info, update: { data: {} } }
  - { target: $.info.data, copy: $.info }
  - { target: $.info.data.data, remove: true }
  - { target: $.info.title, remove: true }`,
      ['info', 'title'],
      [['info', 'data', 'title']],
    ],
    [
      'an item that was moved to the end of its list',
      `
  - { target: $.schemas.Request.required, update: [more] }
  - { target: $.schemas.Request.required, copy: '$.schemas.Request.required[0]' }
  - { target: '$.schemas.Request.required[0]', remove: true }`,
      ['schemas', 'Request', 'required', 0],
      [['schemas', 'Request', 'required', 2]],
    ],
    [
      'an item after one that was removed',
      `
  - { target: '$.schemas.Request.required[0]', remove: true }`,
      ['schemas', 'Request', 'required', 1],
      [['schemas', 'Request', 'required', 0]],
    ],
    [
      'a node that was copied, which is there twice',
      `
  - { target: $.schemas, update: { Other: {} } }
  - { target: $.schemas.Other, copy: $.schemas.Request }`,
      ['schemas', 'Request'],
      [
        ['schemas', 'Request'],
        ['schemas', 'Other'],
      ],
    ],
    [
      'a node that was removed',
      '\n  - { target: $.schemas.Request, remove: true }',
      ['schemas', 'Request', 'required'],
      [],
    ],
    [
      'a node that was removed and set again',
      `
  - { target: $.info.title, remove: true }
  - { target: $.info, update: { title: New } }`,
      ['info', 'title'],
      [['info', 'title']],
    ],
  ])('%s', (_, actions, place, places) => {
    expect(placesAfter(fold(CONTRACT, parseOverlay(`actions:${actions}`)), place)).toEqual(places);
  });
});

describe('an overlay is refused, with action and target,', () => {
  test.each([
    ['when it matches nothing', '{ target: $.none, remove: true }', 'Action 1 ($.none) matches nothing.'],
    ['when its target is not a JSONPath', '{ target: "$.[", remove: true }', '"$.[" is not a JSONPath'],
    ['when it has nothing to do', '{ target: $.info }', 'Action 1 ($.info) has nothing to do.'],
    [
      'when it has two things to do',
      '{ target: $.info, remove: true, update: {} }',
      'has update and remove.',
    ],
    ['when it has no target', '{ remove: true }', 'Action 1 has no "target".'],
    ['when it copies several values', '{ target: $.info, copy: $.schemas.* }', 'which matches 2 values.'],
    [
      'when an object meets a single value',
      '{ target: $.info, update: { title: { en: T } } }',
      'an object cannot be merged into a single value at #/info/title.',
    ],
  ])('%s', (_, action, message) => {
    expect(() => fold(CONTRACT, parseOverlay(`actions:\n  - ${action}`))).toThrow(message);
  });

  test('when the contract has an alias, which an edit could not follow', () => {
    expect(() => fold('a: &a 1\nb: *a\n', parseOverlay('actions: []'))).toThrow(
      'The alias *a cannot be edited.',
    );
  });
});

test('whatever is removed, added or replaced, the text says what the overlay says', () => {
  // fold() compares the text that it wrote with the overlay applied to the values, and throws where they differ.
  const values = [
    'text',
    '5',
    '[a, b]',
    '{ a: 1 }',
    '"a: {b}"',
    '|\n        one\n\n        two\n',
    '\n        - a: 1\n          b: 2',
  ];
  const { before } = fold(CONTRACT, parseOverlay('actions: []'));
  for (const path of paths(before)) {
    fold(CONTRACT, parseOverlay(`actions:\n  - target: ${JSON.stringify(path)}\n    remove: true`));
    for (const value of values) {
      const [holder, name] = [path.replace(/\[[^[]*\]$/, ''), /\[([^[]*)\]$/.exec(path)?.[1] ?? ''];
      if (!name.startsWith("'")) continue;
      const target = `  - target: ${JSON.stringify(path)}\n    remove: true`;
      const again = `  - target: ${JSON.stringify(holder)}\n    update:\n      ${JSON.stringify(name.slice(1, -1).replaceAll("\\'", "'"))}: ${value}`;
      fold(CONTRACT, parseOverlay(`actions:\n${target}\n${again}\n`));
    }
  }
});

/** The normalized path of every value below the root. */
function paths(value: unknown, path = '$'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? `[${key}]` : `['${key.replaceAll("'", "\\'")}']`;
    return [path + step, ...paths(inner, path + step)];
  });
}

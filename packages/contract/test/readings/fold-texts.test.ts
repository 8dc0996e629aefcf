import { describe, expect, test } from 'vitest';
import { fold } from '../../src/readings/fold.ts';
import { foldTexts } from '../../src/readings/fold-texts.ts';
import { parseOverlay } from '../../src/readings/overlay.ts';

const CONTRACT = `info:
  title: T
paths:
  /orders/{code}:
    parameters:
      - name: code
        description: the code
      - name: other
        description: another
    responses:
      '200': { description: done }
      '404': { description: none }
schemas:
  Request:
    description: what to send
    enum: [New, Cancel]
    x-enumDescriptions: { New: a new one, Cancel: a cancel }
    properties:
      comment: { description: why }
`;

const TEXTS = `# In the order of the contract.
actions:
  - target: $.info
    update:
      title: 제목

  - target: $.paths.*.parameters[?@.name == 'code']
    update:
      description: 코드
  - target: $.paths.*.responses['200']
    update:
      description: 완료
  - target: $.paths.*.responses['404']
    update:
      description: 없음

  # The schemas.
  - target: $.schemas.Request
    update:
      description: 보낼 것
      x-enumDescriptions:
        New: 새 것
        Cancel: 취소
  - target: $.schemas.Request.properties.comment
    update:
      description: 이유
`;

function texts(actions: string, added = '  []'): string {
  const change = fold(CONTRACT, parseOverlay(`actions:\n${actions}`));
  return foldTexts(TEXTS, change, parseOverlay(`actions:\n${added}`));
}

describe('the texts of another language follow:', () => {
  test('a renamed key, in the target and in the name of a text', () => {
    const rename = (holder: string, was: string, is: string) => `
  - { target: "${holder}", update: { ${is}: '' } }
  - { target: "${holder}['${is}']", copy: "${holder}['${was}']" }
  - { target: "${holder}['${was}']", remove: true }`;
    const field = `
  - { target: $.schemas.Request.properties, update: { note-text: {} } }
  - { target: "$.schemas.Request.properties['note-text']", copy: $.schemas.Request.properties.comment }
  - { target: $.schemas.Request.properties.comment, remove: true }`;
    expect(texts(field + rename("$.schemas.Request['x-enumDescriptions']", 'Cancel', 'Sold out'))).toBe(
      TEXTS.replace('properties.comment', "properties['note-text']").replace(
        '        Cancel: 취소',
        '        "Sold out": 취소',
      ),
    );
  });

  test('a renamed path and a replaced value in a filter', () => {
    expect(
      texts(`
  - { target: $.paths, update: { '/orders/{id}': {} } }
  - { target: "$.paths['/orders/{id}']", copy: "$.paths['/orders/{code}']" }
  - { target: "$.paths['/orders/{code}']", remove: true }
  - { target: "$.paths.*.parameters[?@.name == 'code']", update: { name: id } }`),
    ).toBe(TEXTS.replace("== 'code'", "== 'id'"));
  });

  test('a list that lost an earlier item, by the filter that they have', () => {
    const ko = TEXTS.replace("== 'code'", "== 'other'");
    const change = fold(
      CONTRACT,
      parseOverlay('actions:\n  - { target: "$.paths.*.parameters[0]", remove: true }'),
    );
    expect(foldTexts(ko, change, parseOverlay('actions: []'))).toBe(ko);
  });

  test('a copy, which has the same texts', () => {
    const change = fold(
      CONTRACT,
      parseOverlay(`actions:
  - { target: $.paths, update: { /other: {} } }
  - { target: "$.paths['/other']", copy: "$.paths['/orders/{code}']" }`),
    );
    expect(foldTexts(TEXTS, change, parseOverlay('actions: []'))).toBe(TEXTS);
  });

  test('a removal, with which the texts of the node go', () => {
    expect(
      texts(`
  - { target: $.schemas.Request.properties.comment, remove: true }
  - { target: "$.schemas.Request['x-enumDescriptions'].New", remove: true }
  - { target: "$.paths.*.responses['404']", remove: true }`),
    ).toBe(
      TEXTS.replace('        New: 새 것\n', '')
        .replace(/ {2}- target: \$\.schemas\.Request\.properties\.comment\n[\s\S]*/, '')
        .replace(/ {2}- target: [^\n]*'404'\]\n.*\n.*\n/, ''),
    );
  });
});

describe("the change's own texts are added:", () => {
  test('in place of the old text, or beside it', () => {
    expect(
      texts(
        '\n  - { target: $.schemas.Request, update: { title: R } }',
        "  - target: $['schemas']['Request']\n    update: { description: 새 설명, title: 요청 }",
      ),
    ).toBe(
      TEXTS.replace('보낼 것', '새 설명').replace(
        '        Cancel: 취소\n',
        '        Cancel: 취소\n      title: 요청\n',
      ),
    );
  });

  test('as an action of their own, in the order of the contract', () => {
    expect(
      texts(
        "\n  - { target: $.paths.*.responses, update: { '403': { description: no } } }",
        "  - target: $.paths.*.responses['403']\n    update:\n      description: 거부",
      ),
    ).toBe(
      TEXTS.replace(
        "  - target: $.paths.*.responses['404']\n",
        "  - target: $.paths.*.responses['403']\n    update:\n      description: 거부\n  - target: $.paths.*.responses['404']\n",
      ),
    );
  });
});

describe('texts are refused', () => {
  test('when one of them matches nothing', () => {
    expect(() => texts('  []', '  - { target: $.none, update: { title: 제목 } }')).toThrow(
      'Action 1 of the texts ($.none) matches nothing. Correct its target.',
    );
  });

  test('when one of them removes something', () => {
    expect(() => texts('  []', '  - { target: $.info, remove: true }')).toThrow('is not an update');
  });

  test('when a target would select something new as well', () => {
    const ko = 'actions:\n  - target: $.paths.*.responses.*\n    update: { description: 응답 }\n';
    const change = fold(
      CONTRACT,
      parseOverlay("actions:\n  - { target: $.paths.*.responses, update: { '403': {} } }"),
    );
    expect(() => foldTexts(ko, change, parseOverlay('actions: []'))).toThrow(/no longer selects just/);
  });
});

import { describe, expect, test } from 'vitest';
import { YamlSource } from '../../src/readings/yaml-source.ts';
import { inferredLines, settleMarks } from '../../src/settle/settle-marks.ts';

const TEXT = `# A comment (inferred: envelope) is nobody's text.
info:
  description: |
    A success is bare (inferred: envelope). Nobody knows the
    rest (inferred: envelope, names;
    observed: codes), nor this (inferred: names).
  summary: '봉투는 없습니다(추정: envelope, names).'
part:
  x-inferred: envelope
other: { x-inferred: names }
`;

const observed = (isAnswer: (value: unknown) => boolean) =>
  settleMarks(new YamlSource(TEXT), { question: 'envelope', certainty: 'observed', isAnswer }).text;

describe('A settled question', () => {
  test('is marked as observed, in the language of the text, and every other byte stays', () => {
    expect(observed(() => true)).toBe(
      TEXT.replace('bare (inferred: envelope)', 'bare (observed: envelope)')
        .replace(
          '(inferred: envelope, names;\n    observed: codes)',
          '(observed: codes, envelope; inferred: names)',
        )
        .replace('(추정: envelope, names)', '(관찰: envelope; 추정: names)')
        .replace('  x-inferred: envelope', '  x-observed: envelope'),
    );
  });

  test('stays inferred where a text does not say the answer', () => {
    expect(observed((value) => typeof value === 'object')).toBe(
      TEXT.replace('  x-inferred: envelope', '  x-observed: envelope'),
    );
  });

  test('is confirmed when AX Cloud said so', () => {
    const mark = { question: 'names', certainty: 'confirmed', isAnswer: () => true } as const;
    expect(settleMarks(new YamlSource(TEXT), mark).text).toContain('nor this (confirmed: names).');
  });

  test('is found by line where it is still inferred', () => {
    expect(inferredLines(TEXT, 'names')).toEqual([5, 6, 7]);
    expect(
      inferredLines(
        observed(() => true),
        'envelope',
      ),
    ).toEqual([1]);
  });
});

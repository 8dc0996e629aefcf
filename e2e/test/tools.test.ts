import { describe, expect, test } from 'vitest';
import { describeMissing, findMissing, type Tool } from '../src/tools.ts';

const node = (name: string, code: string): Tool => ({ name, program: process.execPath, args: ['-e', code] });
const present = node('a tool', '');
const absent: Tool = { name: 'another tool', program: 'no-such-program', args: [] };
const unusable = node('a part of it', 'process.exit(1)');

describe('A tool that a test needs', () => {
  test('is missing if there is no such program', () => {
    expect(findMissing([present, absent])).toBe('another tool');
  });

  test('is missing if its program is there, but of no use', () => {
    expect(findMissing([present, unusable])).toBe('a part of it');
  });

  test('is not missing if it succeeds', () => {
    expect(findMissing([present])).toBeUndefined();
  });

  test('is named in the title of a test that is skipped, and in no other', () => {
    expect(describeMissing('another tool')).toBe(' (skipped: another tool is not installed here)');
    expect(describeMissing(undefined)).toBe('');
  });
});

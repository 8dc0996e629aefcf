import { readFile } from 'node:fs/promises';
import type { Ledger } from '@ax-cloud/contract/ledger';
import { parseOverlay } from '@ax-cloud/contract/readings/overlay';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../../changes/scratch.ts';
import { addToChangelog, CHANGELOGS } from '../changelog.ts';

const title = { en: 'What is it called?', ko: '이름은 무엇입니까?' };
const readings = [
  { id: 'one', text: { en: 'It is called one.', ko: '이름은 one입니다.' } },
  { id: 'two', text: { en: 'It is called two.', ko: '이름은 two입니다.' } },
];
const ledger = {
  questions: ['written', 'unwritten', 'kept'].map((id) => ({ id, title, readings, taken: 'one' })),
} as unknown as Ledger;
const nothing = parseOverlay('actions: []\n');
const overlay = {
  name: 'written=two',
  question: 'written',
  overlay: nothing,
  texts: nothing,
  title: { en: 'The field is called two', ko: '필드 이름이 two인 경우' },
  change: 'major',
  migration: {
    en: `Send two. ${'It is long. '.repeat(20)}`.trim(),
    ko: `two를 보내십시오. ${'이 문장은 깁니다. '.repeat(20)}`.trim(),
  },
} as const;
const ANSWERS = [
  ['written', 'two'],
  ['unwritten', 'two'],
  ['kept', 'one'],
].map(([question = '', reading = '']): Answer => {
  const settled = { as: 'confirmed', date: '2026-12-01', answer: 'Mail of a developer' } as const;
  return { question, reading, settled };
});

describe.each(['en', 'ko'] as const)('The changelog in %s', (language) => {
  test('gets one new section at the top, which says what each answer means for a caller, and keeps the others', async () => {
    const before = await readFile(`${REPOSITORY}/${CHANGELOGS[language]}`, 'utf8');
    const after = addToChangelog(before, language, '9.0.0', ANSWERS, ledger, [overlay]);
    const [introduction = '', added = '', ...rest] = after.split(/^## /m);
    expect(introduction + rest.map((section) => `## ${section}`).join('')).toBe(before);
    const [version, ...entries] = added.replaceAll('\n  ', ' ').trim().split(/\n+- /);
    expect(version).toBe('9.0.0');
    const wanted = [
      ['`written`', overlay.title[language], overlay.migration[language]],
      ['`unwritten`', title[language], readings[1]?.text[language]],
      ['`kept`'],
    ];
    expect(entries).toHaveLength(wanted.length);
    for (const [index, parts] of wanted.entries())
      for (const part of [...parts, '2026-12-01']) expect(entries[index]).toContain(part);
    expect(added.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

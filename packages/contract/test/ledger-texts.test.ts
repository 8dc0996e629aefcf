import { describe, expect, it } from 'vitest';
import { type Bilingual, loadLedger } from '../src/ledger.ts';
import { HANGUL, quoted, unquoted } from '../src/quotation.ts';

const { statements, evidence, questions } = await loadLedger();

/** Every text that the docs and the reports show in both languages, and where it stands. */
const texts: [string, Bilingual][] = [
  ...statements.map(({ id, says }): [string, Bilingual] => [`${id}, says`, says]),
  ...evidence.flatMap(({ id, where, says }): [string, Bilingual][] => [
    [`${id}, where`, where],
    [`${id}, says`, says],
  ]),
  ...questions.flatMap(({ id, title, readings, why, settle, unasked }): [string, Bilingual][] => [
    [`${id}, title`, title],
    ...readings.flatMap(({ id: reading, text, noOverlay }): [string, Bilingual][] => [
      [`${id}, reading ${reading}`, text],
      ...(noOverlay
        ? [[`${id}, reading ${reading}, noOverlay`, noOverlay] satisfies [string, Bilingual]]
        : []),
    ]),
    [`${id}, why`, why],
    [`${id}, settle`, settle],
    ...(unasked ? [[`${id}, unasked`, unasked] satisfies [string, Bilingual]] : []),
  ]),
];

describe('the bilingual texts', () => {
  it('are English on one side and Korean on the other, but for what they quote', () => {
    const mixed = texts.filter(([, { en, ko }]) => HANGUL.test(unquoted(en)) || !HANGUL.test(unquoted(ko)));
    expect(mixed).toEqual([]);
  });

  it('quote the same literals in both languages', () => {
    const literals = (text: string) => [...new Set(quoted(text))].toSorted().join(' ');
    expect(texts.filter(([, { en, ko }]) => literals(en) !== literals(ko))).toEqual([]);
  });

  it('are polite Korean sentences, but for the names of sources', () => {
    const sentences = texts.filter(([where]) => !where.endsWith(', where'));
    expect(sentences.filter(([, { ko }]) => !/(니다(\([^)]*\))?\.|시오\.|까\?)$/.test(ko))).toEqual([]);
  });
});

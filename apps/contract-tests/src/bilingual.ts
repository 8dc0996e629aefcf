import type { Bilingual } from '@ax-cloud/contract/ledger';

export type { Bilingual };

/** A text in both languages of the report. The terminal prints the English one. */
export function bilingual(en: string, ko: string): Bilingual {
  return { en, ko };
}

/** Joins a subject and a statement about it: `subject: statement`. */
export function join(subject: Bilingual, statement: Bilingual): Bilingual {
  return bilingual(`${subject.en}: ${statement.en}`, `${subject.ko}: ${statement.ko}`);
}

/** A text that is the same in both languages, such as a server's own words. */
export function same(text: string): Bilingual {
  return bilingual(text, text);
}

/** Joins texts with a separator. */
export function joinAll(texts: readonly Bilingual[], separator: string, inKorean = separator): Bilingual {
  const all = (language: keyof Bilingual) => texts.map((text) => text[language]);
  return bilingual(all('en').join(separator), all('ko').join(inKorean));
}

import type { Bilingual } from '@ax-cloud/contract/ledger';

export type { Bilingual };

/** The same text for both halves of the report. The terminal prints the English one. */
export function bilingual(en: string, ko: string): Bilingual {
  return { en, ko };
}

/** Puts a subject before what is said of it. */
export function join(what: Bilingual, said: Bilingual): Bilingual {
  return bilingual(`${what.en}: ${said.en}`, `${what.ko}: ${said.ko}`);
}

/** A text that is the same in both, as a server's own words are. */
export function same(text: string): Bilingual {
  return bilingual(text, text);
}

/** Puts texts one after another. */
export function joinAll(texts: readonly Bilingual[], separator: string, inKorean = separator): Bilingual {
  const all = (language: keyof Bilingual) => texts.map((text) => text[language]);
  return bilingual(all('en').join(separator), all('ko').join(inKorean));
}

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

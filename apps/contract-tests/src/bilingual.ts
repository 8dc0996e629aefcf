import type { Bilingual } from '@ax-cloud/contract/ledger';

export type { Bilingual };

/** The same text for both halves of the report. The terminal prints the English one. */
export function bilingual(en: string, ko: string): Bilingual {
  return { en, ko };
}

/** Begins a sentence with a text. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

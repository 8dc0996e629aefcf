import type { Bilingual } from '@ax-cloud/channel-spec/ledger';

export type { Bilingual };

/** The same text for both halves of the report. The terminal prints the English one. */
export function bilingual(en: string, ko: string): Bilingual {
  return { en, ko };
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Ledger } from './generated/ledger.d.ts';

export type {
  Bilingual,
  Evidence,
  Ledger,
  Question,
  Reading,
  Settled,
  Statement,
} from './generated/ledger.d.ts';

/** Reads the ledger. Its form is guaranteed by `source.schema.json`, which lint checks it with. */
export async function loadLedger(): Promise<Ledger> {
  return parse(await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/source.yaml')), 'utf8'));
}

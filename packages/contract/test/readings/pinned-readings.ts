import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Ledger } from '../../src/ledger.ts';
import { combineReadings } from '../../src/readings/combine.ts';
import { readReadings } from '../../src/readings/reading-files.ts';

/** The folder of a small contract with readings, for the tests of what combines them. */
const folder = fileURLToPath(new URL('../pinned/', import.meta.url));

const question = (id: string, taken: string, ...others: string[]) => ({
  id,
  taken,
  readings: [
    { id: taken },
    ...others.map((reading) => ({ id: reading, overlay: `readings/${id}/${reading}.yaml` })),
  ],
});

/** A ledger with the readings and nothing else. */
const ledger = {
  questions: [
    question('envelope', 'bare', 'enveloped', 'flat'),
    question('names', 'table', 'curl'),
    question('version', 'current', 'later'),
    question('code', 'ax', 'channel'),
    question('slash', 'without', 'with'),
    question('comment', 'text', 'nullable', 'flag'),
    question('meaning', 'same', 'other'),
    question('audience', 'unknown', 'internal'),
  ],
} as unknown as Ledger;

const [contract = '', korean = ''] = await Promise.all(
  ['openapi.yaml', 'openapi.ko.yaml'].map((file) => readFile(`${folder}${file}`, 'utf8')),
);

/** Writes readings into the pinned contract. */
export async function combine(...readings: string[]): Promise<ReturnType<typeof combineReadings>> {
  return combineReadings({ contract, korean }, await readReadings(folder, ledger, readings));
}

import { rm } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { Scratch } from './changes/scratch.ts';

const LEDGER = 'spec/source.yaml';

/**
 * Takes other readings in the ledger of a copy, so that what reads it knows what the contract follows. Their overlays go: there is
 * nothing left for them to change.
 *
 * @param names `question=reading`
 */
export async function takeReadings(scratch: Scratch, names: readonly string[]): Promise<void> {
  const document = parseDocument(await scratch.read(LEDGER));
  const { questions } = document.toJS() as { questions: { id: string; readings: { id: string }[] }[] };
  for (const name of names) {
    const [id = '', reading = ''] = name.split('=');
    const question = questions.findIndex((one) => one.id === id);
    const place = questions[question]?.readings.findIndex((one) => one.id === reading) ?? -1;
    document.setIn(['questions', question, 'taken'], reading);
    const followed = 'none, because the contract follows it';
    document.setIn(['questions', question, 'readings', place, 'overlay'], followed);
    for (const file of [`${reading}.yaml`, `${reading}.ko.yaml`])
      await rm(scratch.path('spec', 'readings', id, file), { force: true });
  }
  await scratch.write(LEDGER, document.toString());
}

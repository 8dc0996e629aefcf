import { rm } from 'node:fs/promises';
import { YamlSource } from '@ax-cloud/contract/readings/yaml-source';
import { takeReading } from '@ax-cloud/contract/settle/settle-ledger';
import type { Scratch } from '../changes/scratch.ts';

export const LEDGER = 'spec/source.yaml';

const NO_OVERLAY = {
  en: 'This copy of the contract follows another reading.',
  ko: '이 명세는 다른 해석을 적용한 사본입니다.',
};
const WHY = {
  en: 'It was chosen with `--reading`. The contract of the repository follows another one.',
  ko: '`--reading`으로 선택한 해석입니다. 저장소의 명세는 다른 해석을 따릅니다.',
};

/**
 * Takes other readings in the ledger of a copy, so that the ledger matches the contract. Removes the overlays of their questions,
 * because the contract already follows one of their readings.
 *
 * @param names `question=reading`
 */
export async function takeReadings(scratch: Scratch, names: readonly string[]): Promise<void> {
  const pairs = names.map((name) => name.split('='));
  const taken = pairs.reduce(
    (source, [question = '', reading = '']) => takeReading(source, question, reading, NO_OVERLAY, WHY),
    new YamlSource(await scratch.read(LEDGER)),
  );
  await scratch.write(LEDGER, taken.text);
  await removeReadings(
    scratch,
    pairs.map(([question = '']) => question),
  );
}

/** Removes the overlays of questions from a copy. */
export async function removeReadings(scratch: Scratch, questions: readonly string[]): Promise<void> {
  await Promise.all(
    questions.map((question) =>
      rm(scratch.path('spec/readings', question), { recursive: true, force: true }),
    ),
  );
}

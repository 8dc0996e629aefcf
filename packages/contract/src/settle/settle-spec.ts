import type { Ledger } from '../ledger.ts';
import { combineReadings } from '../readings/combine.ts';
import { isRecord } from '../readings/place.ts';
import type { ReadingOverlay } from '../readings/reading-files.ts';
import { YamlSource } from '../readings/yaml-source.ts';
import type { Answer } from './answer.ts';
import { followInLedger, settleQuestion } from './settle-ledger.ts';
import { type SettledMark, settleMarks } from './settle-marks.ts';

/** The hand-written files that an answer changes, as text. */
export interface SpecTexts {
  /** `openapi.yaml` */
  contract: string;
  /** `openapi.ko.yaml` */
  korean: string;
  /** `source.yaml` */
  ledger: string;
  /** The overlays in `readings/` of the questions that stay open, by path. */
  overlays: Readonly<Record<string, string>>;
}

/**
 * Writes answers to questions into the contract and the ledger. What an answer does not touch keeps every byte.
 *
 * - Another reading with an overlay is written into contract and Korean texts, and the ledger's pointers follow.
 * - The marks of a text that says the answer become "observed" or "confirmed"; for the reading that was taken already these
 *   are all its marks, for another one those of its overlay.
 * - The ledger takes the reading, and keeps how it is known.
 *
 * @param readings the overlays of the answers that have one
 * @throws {CommandError} naming the two readings that contradict each other, or the one that does not apply
 */
export function settleSpec(
  { overlays, ...texts }: SpecTexts,
  answers: readonly Answer[],
  readings: readonly ReadingOverlay[],
): SpecTexts {
  const combined = combineReadings(texts, readings);
  const { questions } = new YamlSource(texts.ledger).value as Ledger;
  const marks = answers
    .map(({ question, reading, settled }) => {
      const agrees = questions.find(({ id }) => id === question)?.taken === reading;
      return { question, certainty: settled.as, agrees };
    })
    // Other readings come first, because a text whose mark has changed looks new.
    .toSorted((one, other) => Number(one.agrees) - Number(other.agrees));
  const mark = (after: string, before: string) => {
    const isNew = newTo(before);
    return marks.reduce(
      (source, { agrees, ...one }) => settleMarks(source, { ...one, isAnswer: agrees ? () => true : isNew }),
      new YamlSource(after),
    ).text;
  };
  const settled = answers.reduce(settleQuestion, new YamlSource(texts.ledger));
  return {
    contract: mark(combined.contract, texts.contract),
    korean: mark(combined.korean, texts.korean),
    ledger: combined.changes.reduce(
      (source, change) => followInLedger(source, change, change.question),
      settled,
    ).text,
    overlays: Object.fromEntries(Object.entries(overlays).map(([path, text]) => [path, mark(text, text)])),
  };
}

/** Tells what a text adds to another one: values and parts that do not stand anywhere in it. */
function newTo(before: string): SettledMark['isAnswer'] {
  const known = new Set<string>();
  const learn = (value: unknown): void => {
    known.add(JSON.stringify(value));
    if (Array.isArray(value)) value.forEach(learn);
    else if (isRecord(value)) Object.values(value).forEach(learn);
  };
  learn(new YamlSource(before).value);
  return (value) => !known.has(JSON.stringify(value));
}

import { isDeepStrictEqual } from 'node:util';
import { CommandError } from '../command-error.ts';
import { applyOverlay } from './apply.ts';
import { fold } from './fold.ts';
import { foldTexts } from './fold-texts.ts';
import type { ContractChange } from './moves.ts';
import { type Overlay, OverlayError } from './overlay.ts';
import { type Place, toPointer } from './place.ts';
import type { ReadingOverlay } from './reading-files.ts';
import { YamlSource } from './yaml-source.ts';

/** The two hand-written files of a contract, as text. */
export interface ContractTexts {
  /** `openapi.yaml` */
  contract: string;
  /** `openapi.ko.yaml` */
  korean: string;
}

/** The two files with readings written into them, and the change that each reading made, in the order of writing. */
export interface CombinedReadings extends ContractTexts {
  changes: readonly (ContractChange & Pick<ReadingOverlay, 'question'>)[];
}

/**
 * Writes readings into a contract. Readings of different questions combine if an order exists in which every action applies,
 * and all such orders give the same contract.
 *
 * @throws {CommandError} naming the two readings that contradict each other
 */
export function combineReadings(texts: ContractTexts, readings: readonly ReadingOverlay[]): CombinedReadings {
  const document = new YamlSource(texts.contract).value;
  return orderReadings(document, readings).reduce<CombinedReadings>(writeReading, { ...texts, changes: [] });
}

function writeReading(
  { contract, korean, changes }: CombinedReadings,
  { name, question, overlay, texts }: ReadingOverlay,
): CombinedReadings {
  try {
    const { text, ...change } = fold(contract, overlay);
    return {
      contract: text,
      korean: foldTexts(korean, change, texts),
      changes: changes.concat({ question, ...change }),
    };
  } catch (error) {
    if (error instanceof OverlayError)
      throw new CommandError(`The reading ${name} does not apply. ${error.message}`, { cause: error });
    throw error;
  }
}

/**
 * Finds an order in which every reading applies. Each pair is tried both ways: a reading that applies only before another
 * one comes first.
 *
 * @throws {CommandError} as {@link combineReadings}
 */
export function orderReadings(document: unknown, readings: readonly ReadingOverlay[]): ReadingOverlay[] {
  const ordered: ReadingOverlay[] = [];
  const waiting = [...readings];
  const before = new Map(
    readings.map((one) => [
      one,
      readings.filter((other) => other !== one && mustPrecede(document, other, one)),
    ]),
  );
  while (waiting.length > 0) {
    const next = waiting.findIndex((one) => before.get(one)?.every((other) => ordered.includes(other)));
    if (next === -1) {
      const names = waiting.map(({ name }) => name).join(', ');
      throw new CommandError(
        `The readings ${names} contradict each other: each needs another one first. Give fewer.`,
      );
    }
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

/**
 * Whether one reading applies only before another.
 *
 * @throws {CommandError} when the two apply in no order, or the two orders give different contracts
 */
function mustPrecede(document: unknown, first: ReadingOverlay, second: ReadingOverlay): boolean {
  const [firstThen, secondThen] = [applyBoth(document, first, second), applyBoth(document, second, first)];
  if (firstThen === undefined && secondThen === undefined) {
    throw new CommandError(
      `The readings ${first.name} and ${second.name} contradict each other: what one changes, the other removes. Give one of them.`,
    );
  }
  if (firstThen !== undefined && secondThen !== undefined && !isDeepStrictEqual(firstThen, secondThen)) {
    const place = toPointer(differingPlace(firstThen, secondThen));
    throw new CommandError(
      `The readings ${first.name} and ${second.name} contradict each other: they give ${place} two values. Give one of them.`,
    );
  }
  return secondThen === undefined;
}

function applyBoth(
  document: unknown,
  { overlay: first }: { overlay: Overlay },
  { overlay: second }: { overlay: Overlay },
): unknown {
  try {
    return applyOverlay(applyOverlay(document, first), second);
  } catch (error) {
    if (error instanceof OverlayError) return undefined;
    throw error;
  }
}

/** The first place at which two documents differ. */
function differingPlace(one: unknown, other: unknown, at: Place = []): Place {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return at;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const [a, b] = [Reflect.get(one, key), Reflect.get(other, key)];
    if (!isDeepStrictEqual(a, b)) return differingPlace(a, b, [...at, key]);
  }
  return at;
}

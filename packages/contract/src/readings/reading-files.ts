import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import type { Bilingual, Ledger, Question, Reading } from '../ledger.ts';
import { type Overlay, parseOverlay } from './overlay.ts';

/** One other reading of the page, as two overlays. */
export interface ReadingOverlay {
  /** `question=reading`, as a command takes it. */
  name: string;
  question: string;
  /** The change of the contract. */
  overlay: Overlay;
  /** The change of its Korean texts. */
  texts: Overlay;
  /** What the change is, in one sentence without a full stop. */
  title: Bilingual;
  /** The lowest version change that it demands: a caller may break where no schema shows it. */
  change: 'major' | 'minor' | 'patch' | undefined;
  /** What a caller has to change, or that there is nothing. */
  migration: Bilingual;
}

/** Whether a reading has an overlay. */
export function hasOverlay({ overlay }: Reading): boolean {
  return overlay !== undefined;
}

/** Every reading that has an overlay, as `question=reading`, in the ledger's order. */
export function overlayNames({ questions }: Ledger): string[] {
  return questions.flatMap(({ id, readings }) =>
    readings.filter(hasOverlay).map((reading) => `${id}=${reading.id}`),
  );
}

/**
 * Reads all readings that have an overlay.
 *
 * @param spec the folder with `readings/`
 */
export async function readAllReadings(spec: string, ledger: Ledger): Promise<ReadingOverlay[]> {
  return (await Promise.all(overlayNames(ledger).map((name) => readReadings(spec, ledger, [name])))).flat();
}

/**
 * Reads the overlays of readings.
 *
 * @param spec the folder with `readings/`
 * @param names `question=reading`, at most one for each question
 * @throws {CommandError} for an unknown name, a reading without an overlay, or two readings of one question
 */
export async function readReadings(
  spec: string,
  ledger: Ledger,
  names: readonly string[],
): Promise<ReadingOverlay[]> {
  const wanted = names.map((name) => findReading(ledger, name));
  const doubled = wanted.find(
    ({ question }, index) => wanted.findIndex((one) => one.question === question) !== index,
  );
  if (doubled !== undefined) {
    throw new CommandError(
      `Two readings of the question "${doubled.question.id}" contradict each other. Give one.`,
    );
  }
  return Promise.all(wanted.map(({ question, reading }) => readReading(spec, question, reading)));
}

function findReading({ questions }: Ledger, name: string): { question: Question; reading: Reading } {
  const [id = '', of = '', ...rest] = name.split('=');
  const question = questions.find((one) => one.id === id);
  if (question === undefined || rest.length > 0) {
    throw new CommandError(
      `"${name}" names no question of the ledger. Write question=reading; "pnpm reading" lists them.`,
    );
  }
  const reading = question.readings.find((one) => one.id === of);
  if (reading === undefined) {
    const known = question.readings.map((one) => `${id}=${one.id}`).join(', ');
    throw new CommandError(`The question "${id}" has no reading "${of}". Write one of ${known}.`);
  }
  if (!hasOverlay(reading)) {
    const why = reading.noOverlay?.en ?? 'The contract follows it.';
    throw new CommandError(`The reading ${name} has no overlay. ${why}`);
  }
  return { question, reading };
}

async function readReading(spec: string, { id }: Question, reading: Reading): Promise<ReadingOverlay> {
  const path = join(spec, reading.overlay ?? '');
  const [overlay, texts] = await Promise.all(
    [path, path.replace(/yaml$/, 'ko.yaml')].map((file) => readFile(file, 'utf8')),
  );
  const [parsed, parsedTexts] = [parseOverlay(overlay ?? ''), parseOverlay(texts ?? '')];
  const [en, ko] = [infoOf(parsed), infoOf(parsedTexts)];
  return {
    name: `${id}=${reading.id}`,
    question: id,
    overlay: parsed,
    texts: parsedTexts,
    title: { en: en.title ?? '', ko: ko.title ?? '' },
    change: en['x-change'],
    migration: { en: en['x-migration'] ?? '', ko: ko['x-migration'] ?? '' },
  };
}

function infoOf({ source }: Overlay): Partial<ReadingInfo> {
  return (source.value as { info?: Partial<ReadingInfo> }).info ?? {};
}

/** The `info` of a reading's overlay. */
interface ReadingInfo {
  title: string;
  'x-change': ReadingOverlay['change'];
  'x-migration': string;
}

import {
  type Certainty,
  findMarks,
  MARK_EXTENSIONS,
  MARK_WORDS,
  type MarkedQuestions,
  replaceMarks,
} from '../marks.ts';
import { isRecord, type Place, placesOf, valueAt } from '../readings/place.ts';
import { renameKey } from '../readings/source-edit.ts';
import { spanOf, YamlSource } from '../readings/yaml-source.ts';

/** A question that has an answer, and what makes it certain. */
export interface SettledMark {
  question: string;
  certainty: Certainty;
  /** Whether a text, or a part of the contract, says what the answer says. Others are left for a person to reword. */
  isAnswer(value: unknown): boolean;
}

/**
 * Turns the "inferred" marks of a settled question into "observed" or "confirmed" ones: in texts, and in the extensions of
 * parts that the page does not have. Everything else keeps its bytes.
 */
export function settleMarks(source: YamlSource, mark: SettledMark): YamlSource {
  const places = placesWith(
    source.value,
    (value) => typeof value === 'string' && value.includes(mark.question),
  );
  const texts = places
    .filter(({ value }) => mark.isAnswer(value))
    .map(({ place }) => spanOf(source.node(place)));
  const settled = texts
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => {
      const written = replaceMarks(text.slice(start, end), ({ parts, ...at }) =>
        inferred(parts, mark.question)
          ? writeMark(settleParts(parts, mark))
          : text.slice(start + at.start, start + at.end),
      );
      return text.slice(0, start) + written + text.slice(end);
    }, source.text);
  return settleExtensions(new YamlSource(settled), mark);
}

/** The lines of a text, from 1, that still call a question inferred. */
export function inferredLines(text: string, question: string): number[] {
  const marks = findMarks(text).filter(({ parts }) => inferred(parts, question));
  const extensions = text.matchAll(new RegExp(`${MARK_EXTENSIONS.inferred}: ${question}$`, 'gm'));
  const offsets = [...marks.map(({ start }) => start), ...[...extensions].map(({ index }) => index)];
  return offsets
    .map((offset) => text.slice(0, offset).split('\n').length)
    .toSorted((one, other) => one - other);
}

function inferred(parts: readonly MarkedQuestions[], question: string): boolean {
  return parts.some(({ certainty, questions }) => certainty === 'inferred' && questions.includes(question));
}

/** Moves a question from the inferred ones to the settled ones, which come first, in the language of the mark. */
function settleParts(
  parts: readonly MarkedQuestions[],
  { question, certainty }: SettledMark,
): MarkedQuestions[] {
  const language = parts.some(({ word }) => word === MARK_WORDS.inferred.ko) ? 'ko' : 'en';
  const others = parts
    .map((part) => ({ ...part, questions: part.questions.filter((one) => one !== question) }))
    .filter(({ questions }) => questions.length > 0);
  const same = others.find((part) => part.certainty === certainty);
  const settled = {
    certainty,
    word: MARK_WORDS[certainty][language],
    questions: [...(same?.questions ?? []), question],
  };
  return [settled, ...others.filter((part) => part !== same)];
}

function writeMark(parts: readonly MarkedQuestions[]): string {
  return `(${parts.map(({ word, questions }) => `${word}: ${questions.join(', ')}`).join('; ')})`;
}

function settleExtensions(source: YamlSource, { question, certainty, isAnswer }: SettledMark): YamlSource {
  const key = MARK_EXTENSIONS.inferred;
  const holders = placesWith(
    source.value,
    (value) => isRecord(value) && value[key] === question && isAnswer(value),
  );
  return holders.reduce(
    (current, { place }) => renameKey(current, [...place, key], MARK_EXTENSIONS[certainty]),
    source,
  );
}

function placesWith(
  document: unknown,
  wanted: (value: unknown) => boolean,
): { place: Place; value: unknown }[] {
  return placesOf(document)
    .map((place) => ({ place, value: valueAt(document, place) }))
    .filter(({ value }) => wanted(value));
}

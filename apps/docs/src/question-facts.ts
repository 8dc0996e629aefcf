import type { Contract, Language } from '@ax-cloud/contract/contract';
import type { Ledger, Question, Reading } from '@ax-cloud/contract/ledger';
import type { ReadingOverlay } from '@ax-cloud/contract/readings/reading-files';
import { placeName } from './place-names.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import { changedPlaces, diffOf } from './reading-change.ts';

/** What the facts of questions come from. */
export interface QuestionSource {
  ledger: Ledger;
  /** The readings that have an overlay. */
  readings: readonly ReadingOverlay[];
  contracts: Readonly<Record<Language, Contract>>;
}

/** A reading, in Markdown. */
export interface ReadingFacts {
  text: string;
  isTaken: boolean;
  /** What a caller has to change, or why the contract does not change. */
  change: string;
  /** The places of the contract that it changes, as a diff, and a summary of it. */
  diff?: { summary: string; lines: string };
}

/** A fact about a question, in Markdown. */
export interface Fact {
  term: string;
  text: string;
  /** The summary of a long text that is closed at first. */
  summary?: string;
}

/** The impacts of questions, the greatest first. */
const IMPACTS: readonly Question['impact'][] = ['wire', 'outcome', 'prose'];

/** The questions of each impact, in the ledger's order. */
export function byImpact({
  questions,
}: Ledger): { impact: Question['impact']; members: readonly Question[] }[] {
  return IMPACTS.map((impact) => ({
    impact,
    members: questions.filter((question) => question.impact === impact),
  }));
}

/** Each reading of a question with what it changes. */
export function readingFacts(
  { readings, contracts }: QuestionSource,
  question: Question,
  language: Language,
): ReadingFacts[] {
  return question.readings.map((reading): ReadingFacts => {
    const overlay = readings.find(({ name }) => name === `${question.id}=${reading.id}`);
    const isTaken = reading.id === question.taken;
    const text = reading.text[language];
    if (overlay === undefined || isTaken)
      return { text, isTaken, change: unchanged(reading, isTaken, language) };
    return { text, isTaken, ...changeOf(contracts.en, overlay, language) };
  });
}

function unchanged({ noOverlay }: Reading, isTaken: boolean, language: Language): string {
  const texts = QUESTION_TEXTS[language];
  if (isTaken) return texts.follows;
  return [texts.noOverlay, noOverlay?.[language]].filter(Boolean).join(' ');
}

function changeOf(
  contract: Contract,
  { overlay, migration, change }: ReadingOverlay,
  language: Language,
): Pick<ReadingFacts, 'change' | 'diff'> {
  const texts = QUESTION_TEXTS[language];
  const places = changedPlaces(contract, overlay);
  if (places === undefined) return { change: `${migration[language]} ${texts.doesNotApply}` };
  if (places.length === 0) return { change: `${migration[language]} ${texts.changesTexts}` };
  const diff = { summary: texts.changes(places.length, change ?? ''), lines: diffOf(places) };
  return { change: migration[language], diff };
}

/** Where on the page the question arises. */
export function placesFact({ places }: Question, language: Language): Fact {
  const names = places.map((place) => placeName(place, language));
  return { term: QUESTION_TEXTS[language].places, text: names.join(' · ') };
}

/** Why the contract takes its reading, and the evidence for it. */
export function reasonFacts(question: Question, { evidence }: Ledger, language: Language): Fact[] {
  const texts = QUESTION_TEXTS[language];
  const heard = evidence.filter(({ id }) => question.evidence.includes(id));
  const list = heard.map(({ where, says }) => `- **${where[language]}**: ${says[language]}`).join('\n');
  return [
    { term: texts.why, text: question.why[language] },
    ...(list === '' ? [] : [{ term: texts.evidence, text: list, summary: texts.sources(heard.length) }]),
  ];
}

/** What would settle an open question, and who does it: the contract tests with a request, or AX Cloud when asked. */
export function answerFacts({ id, settle, unasked, settled }: Question, language: Language): Fact[] {
  if (settled !== undefined) return [];
  const texts = QUESTION_TEXTS[language];
  return [
    { term: texts.settle, text: settle[language] },
    {
      term: texts.who,
      text: unasked === undefined ? texts.asked : `${texts.unasked(id)} ${unasked[language]}`,
    },
  ];
}

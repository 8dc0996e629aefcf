import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import type { ReportedEvidence, ReportedQuestion } from '@ax-cloud/contract/report';
import { type Bilingual, bilingual, joinAll, same } from '../bilingual.ts';
import type { CaseResult } from './result.ts';

/** Reads a run's evidence as answers to all questions of the ledger, also to those that no request can ask. */
export function answerQuestions({ questions }: Ledger, results: readonly CaseResult[]): ReportedQuestion[] {
  return questions.map((question) => {
    const { id, title, taken, unasked = null } = question;
    const evidence = evidenceOf(question, results);
    const reading = readingOf(evidence);
    const state =
      evidence.length === 0
        ? 'unknown'
        : reading === null
          ? 'mixed'
          : reading === taken
            ? 'agrees'
            : 'differs';
    return {
      id,
      title,
      state,
      taken,
      takenText: sentence(question, taken),
      reading,
      readingText: reading === null ? null : sentence(question, reading),
      change: state === 'differs' && reading !== null ? changeTo(question, reading) : null,
      unasked,
      cases: results.filter(({ asks }) => asks.includes(id)).map((result) => result.id),
      evidence,
    };
  });
}

/** The evidence of one question. What leaves the fewest readings comes first, and before others what excludes the contract's. */
function evidenceOf(question: Question, results: readonly CaseResult[]): ReportedEvidence[] {
  const own = (evidence: CaseResult['evidence']) =>
    evidence.filter((one) => one.question === question.id && one.readings.length > 0);
  // What only narrows other evidence answers nothing by itself, unless it leaves one reading.
  const all = results.flatMap(({ evidence }) => own(evidence));
  const left = question.readings.filter(({ id }) => all.every(({ readings }) => readings.includes(id)));
  if (all.every(({ narrows }) => narrows) && left.length !== 1) return [];
  // Beside a response that is not to be believed, no reading is meant only because it is the first.
  const isDoubted = results.some(({ evidence }) =>
    evidence.some((one) => one.question === question.id && one.readings.length === 0),
  );
  if (isDoubted && left.length > 1) return [];
  const found = results.flatMap(({ id, actual, exchange, evidence }) =>
    own(evidence).map(({ readings }): ReportedEvidence => {
      const texts = readings.map((reading) => sentence(question, reading));
      return { case: id, readings, says: joinAll(texts, ' / '), actual, exchange };
    }),
  );
  const keeps = ({ readings }: ReportedEvidence) => Number(readings.includes(question.taken));
  return found.sort((one, other) => one.readings.length - other.readings.length || keeps(one) - keeps(other));
}

/** The reading that all evidence allows, the first meant where there are several; null where there is none. */
function readingOf(evidence: readonly ReportedEvidence[]): string | null {
  return (
    evidence[0]?.readings.find((one) => evidence.every(({ readings }) => readings.includes(one))) ?? null
  );
}

/** A reading's sentence. The id stands in for one that the ledger does not have. */
function sentence({ readings }: Question, reading: string): Bilingual {
  return readings.find(({ id }) => id === reading)?.text ?? same(reading);
}

function changeTo({ contract, readings }: Question, reading: string): Bilingual {
  const places = contract.map(readable).join(', ');
  const overlay = readings.find(({ id }) => id === reading)?.overlay;
  const written = overlay !== undefined;
  return bilingual(
    `"pnpm settle" with this report's contract.json makes it the contract. In spec/openapi.yaml it ${written ? `changes ${places}, as spec/${overlay} has it` : `leaves ${places} for a person to reword`}.`,
    `이 보고서의 contract.json으로 "pnpm settle"을 실행하면 명세에 반영됩니다. spec/openapi.yaml에서 ${written ? `바뀌는 곳: ${places} (바뀔 내용: spec/${overlay})` : `사람이 고쳐 쓸 곳: ${places}`}`,
  );
}

/** A JSON pointer without what all of them share. */
function readable(pointer: string): string {
  return pointer
    .replace(/^#\/paths\/[^/]+\/[a-z]+\//, '')
    .replace(/^#\/?(components\/)?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

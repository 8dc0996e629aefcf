import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import { type ReportedEvidence, type ReportedQuestion, readingsLeft } from '@ax-cloud/contract/report';
import { type Bilingual, bilingual, joinAll, same } from '../bilingual.ts';
import type { CaseResult } from './result.ts';

/** Answers all questions of the ledger from a run's evidence, including those that no request can ask. */
export function answerQuestions({ questions }: Ledger, results: readonly CaseResult[]): ReportedQuestion[] {
  return questions.map((question) => {
    const { id, title, taken, unasked = null } = question;
    const evidence = evidenceOf(question, results);
    const left = readingsLeft(evidence);
    const state = stateOf(evidence, left, taken);
    const [reading = null] = left.length === 1 ? left : [];
    const texts = left.map((one) => sentence(question, one));
    return {
      id,
      title,
      state,
      taken,
      takenText: sentence(question, taken),
      reading,
      readingText: texts.length === 0 ? null : joinAll(texts, ' / '),
      change: state === 'differs' && reading !== null ? changeTo(question, reading) : null,
      unasked,
      cases: results.filter(({ asks }) => asks.includes(id)).map((result) => result.id),
      evidence,
    };
  });
}

/**
 * The evidence of one question, without evidence that allows every reading. The evidence that allows the fewest readings comes
 * first; among equal ones, that which excludes the contract's reading.
 */
function evidenceOf(question: Question, results: readonly CaseResult[]): ReportedEvidence[] {
  const found = results.flatMap(({ id, actual, exchange, evidence }) =>
    evidence
      .filter((one) => one.question === question.id && one.readings.length < question.readings.length)
      .map(({ readings }): ReportedEvidence => {
        const texts = readings.map((reading) => sentence(question, reading));
        return { case: id, readings, says: joinAll(texts, ' / '), actual, exchange };
      }),
  );
  const keeps = ({ readings }: ReportedEvidence) => Number(readings.includes(question.taken));
  return found.sort((one, other) => one.readings.length - other.readings.length || keeps(one) - keeps(other));
}

/** What the evidence says about the contract's reading. If it also allows others, nothing is proven. */
function stateOf(
  evidence: readonly ReportedEvidence[],
  left: readonly string[],
  taken: string,
): ReportedQuestion['state'] {
  if (evidence.length === 0) return 'unknown';
  if (left.length === 0) return 'mixed';
  if (!left.includes(taken)) return 'differs';
  return left.length === 1 ? 'agrees' : 'undecided';
}

/** The sentence of a reading; its id if the ledger does not have it. */
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

/** A JSON pointer without its common beginning. */
function readable(pointer: string): string {
  return pointer
    .replace(/^#\/paths\/[^/]+\/[a-z]+\//, '')
    .replace(/^#\/?(components\/)?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

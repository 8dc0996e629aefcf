import type { Bilingual, Ledger, Question } from '@ax-cloud/contract/ledger';
import { bilingual } from './bilingual.ts';
import type { CaseResult } from './findings.ts';

/** What a run says of one question of the ledger. */
export interface QuestionAnswer {
  id: string;
  title: Bilingual;
  /** The reading that the contract follows. */
  taken: string;
  /** The reading that this server follows; null when the run does not tell. */
  reading: string | null;
  /** What to change in the contract; null when nothing, or when the reading is unknown. */
  change: Bilingual | null;
  /** The cases that ask, with what came. */
  cases: { id: string; outcome: CaseResult['outcome']; actual: string | null }[];
}

/** What a run against the mock says of the ledger's questions. */
export const SETTLES_NOTHING = bilingual(
  'The mock does what the contract says: this run settles no question about the server.',
  'Mock 서버는 명세대로 동작합니다. 이 실행으로는 실제 서버에 대한 어떤 질문도 해결되지 않습니다.',
);

/** Reads a run's findings as answers to the ledger's questions, all of them, also those that no request can ask. */
export function answerQuestions(ledger: Ledger, results: readonly CaseResult[]): QuestionAnswer[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return ledger.questions.map((question) => {
    const given = results.flatMap(({ answers }) => answers[question.id] ?? []);
    const reading = resolve(question, given);
    return {
      id: question.id,
      title: question.title,
      taken: question.taken,
      reading,
      change: changeFor(question, reading),
      cases: question.cases.flatMap((id) => {
        const result = byId.get(id);
        return result === undefined ? [] : [{ id, outcome: result.outcome, actual: result.actual }];
      }),
    };
  });
}

/**
 * One answer that differs is enough to show that the server does not follow the reading taken. Where the question has the
 * reading `both`, two answers are that.
 */
function resolve({ taken, readings }: Question, given: readonly string[]): string | null {
  if (new Set(given).size > 1 && readings.some(({ id }) => id === 'both')) return 'both';
  return given.find((reading) => reading !== taken) ?? given[0] ?? null;
}

function changeFor({ taken, readings, contract }: Question, reading: string | null): Bilingual | null {
  const text = readings.find(({ id }) => id === reading)?.text;
  if (reading === taken || text === undefined) return null;
  const places = contract.map(readable).join(', ');
  return bilingual(
    `Take the reading "${reading}" in spec/source.yaml (${text.en}); in spec/openapi.yaml it changes ${places}`,
    `spec/source.yaml에서 "${reading}" 해석을 택하고 (${text.ko}) spec/openapi.yaml에서 바뀌는 곳: ${places}`,
  );
}

/** A JSON pointer without what all of them share. */
function readable(pointer: string): string {
  return pointer
    .replace(/^#\/paths\/[^/]+\/[a-z]+\//, '')
    .replace(/^#\/(components\/)?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

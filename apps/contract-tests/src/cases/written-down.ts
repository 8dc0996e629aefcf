import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Need } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { observe } from '../verdicts.ts';
import { type Body, cancelRequest } from './requests.ts';

/** What is expected of an answer on which the contract is silent. */
export const WRITTEN_DOWN = bilingual('written down; no crash', '기록만 함. 서버 오류는 아님');

/**
 * Makes the function for cases of one need whose answers are written down, because the contract is silent on their bodies.
 * Its `answers` is what the answer says of the ledger's questions.
 */
export function writtenDown(needs: Need) {
  return (
    id: string,
    what: Bilingual,
    body: (context: CaseContext) => Body,
    answers: (answer: Answer) => Record<string, string> = () => ({}),
  ): Case => ({
    id,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs,
    async run(context) {
      const answer = await context.send(cancelRequest(context, { body: body(context) }));
      return observe(answer, answers(answer));
    },
  });
}

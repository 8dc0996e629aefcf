import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Need, Verdict } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { observe } from '../verdicts.ts';
import { type Body, cancelRequest } from './requests.ts';

/** What is expected of an answer on which the contract is silent. */
export const WRITTEN_DOWN = bilingual('written down; no crash', '기록만 함. 서버 오류는 아님');

/**
 * Makes the function for cases of one need on whose bodies the contract is silent. Its `conclude` is what the answer says;
 * left out, the answer is only written down.
 */
export function writtenDown(needs: Need) {
  return (
    id: string,
    what: Bilingual,
    body: (context: CaseContext) => Body,
    conclude: (answer: Answer, context: CaseContext) => Verdict | Promise<Verdict> = (answer) =>
      observe(answer),
  ): Case => ({
    id,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs,
    run: async (context) =>
      conclude(await context.send(cancelRequest(context, { body: body(context) })), context),
  });
}

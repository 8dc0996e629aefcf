import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Need, Role, Verdict } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { observe } from '../verdicts.ts';
import type { Body } from './bodies.ts';
import { cancelRequest } from './requests.ts';

/** What is expected of a response that the contract does not specify. */
export const WRITTEN_DOWN = bilingual('written down; no crash', '기록만 함. 서버 오류는 아님');

/**
 * Makes the function for cases of one need whose bodies the contract does not specify. Its `conclude` is what the response says;
 * left out, the response is only written down.
 */
export function writtenDown(needs: Need) {
  return (
    id: string,
    what: Bilingual,
    body: (context: CaseContext) => Body,
    conclude: (response: HttpResponse, context: CaseContext) => Verdict | Promise<Verdict> = (response) =>
      observe(response),
    role?: Role,
  ): Case => ({
    id,
    ...(role === undefined ? {} : { role }),
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs,
    run: async (context) =>
      conclude(await context.send(cancelRequest(context, { body: body(context) })), context),
  });
}

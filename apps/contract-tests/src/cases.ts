import type { Contract } from '@ax-cloud/channel-spec/contract';
import { createAnswerCheck } from './answer-check.ts';
import { type Case, NEEDS } from './case.ts';
import { authorizationCases } from './cases/authorization.ts';
import { invalidBodyCases, silentBodyCases } from './cases/body.ts';
import { reopenCase, repeatCases, statusCases, successCases } from './cases/cancellation.ts';
import { routingCases } from './cases/routing.ts';

/** All cases, in the order in which they run: what burns nothing comes first, so that a broken server costs no order. */
export function deriveCases(contract: Contract): Case[] {
  const check = createAnswerCheck(contract);
  const cases = [
    ...authorizationCases(check),
    ...routingCases(check),
    ...invalidBodyCases(contract, check),
    ...successCases(contract, check),
    ...statusCases(contract),
    ...repeatCases(contract),
    ...silentBodyCases(contract),
    reopenCase(),
  ];
  return cases.sort((a, b) => NEEDS.indexOf(a.needs) - NEEDS.indexOf(b.needs));
}

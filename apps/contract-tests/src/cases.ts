import type { Contract } from '@ax-cloud/contract/contract';
import type { Case } from './case.ts';
import { responseCases } from './cases/all-responses.ts';
import { authorizationCases } from './cases/authorization.ts';
import { invalidBodyCases } from './cases/body.ts';
import { commentCases, shortCommentCases } from './cases/comments.ts';
import { declarationCases, headerCases } from './cases/headers.ts';
import { methodCases } from './cases/methods.ts';
import { openCases } from './cases/open.ts';
import { foreignOrderCase, orderCodeCases, spellingCases } from './cases/order-code.ts';
import { unchangedCase } from './cases/proofs.ts';
import { readingCases } from './cases/reading.ts';
import { reopenCases, repeatCases, unspecifiedBodyCases } from './cases/repeat.ts';
import { firstCancelCase, secondExampleCases, withoutTextCases } from './cases/success.ts';
import { unreadableBodyCases } from './cases/unreadable-body.ts';

/**
 * All cases, in the order in which a run with enough orders makes them: what cancels nothing comes first. A case whose
 * subject the contract does not have, or does not treat in this way, is not among them.
 */
export function deriveCases(contract: Contract): Case[] {
  const all = [
    ...authorizationCases(contract),
    ...orderCodeCases(contract),
    ...headerCases(contract),
    ...methodCases(contract),
    ...readingCases(contract),
    firstCancelCase(contract),
    ...repeatCases(contract),
    ...unspecifiedBodyCases(contract),
    ...spellingCases(),
    ...declarationCases(),
    ...secondExampleCases(contract),
    ...invalidBodyCases(contract),
    ...commentCases(contract),
    ...withoutTextCases(contract),
    ...unreadableBodyCases(contract),
    ...openCases(contract),
    ...shortCommentCases(contract),
    foreignOrderCase(contract),
    ...reopenCases(contract),
    unchangedCase(),
    ...responseCases(),
  ];
  const free = ({ needs }: Case) => needs === 'nothing' || needs === 'key';
  return [...all.filter(free), ...all.filter((one) => !free(one))];
}

import type { Contract } from '@ax-cloud/contract/contract';
import type { Case } from './case.ts';
import { answerCases } from './cases/answers.ts';
import { authorizationCases } from './cases/authorization.ts';
import { invalidBodyCases } from './cases/body.ts';
import { commentCases, shortCommentCases } from './cases/comments.ts';
import { declarationCases, headerCases } from './cases/headers.ts';
import { methodCases } from './cases/methods.ts';
import { openCases } from './cases/open.ts';
import { foreignOrderCase, orderCodeCases, spellingCases } from './cases/order-code.ts';
import { unchangedCase } from './cases/proofs.ts';
import { readingCases } from './cases/reading.ts';
import { reopenCase, repeatCases, silentBodyCases } from './cases/repeat.ts';
import { firstCancelCase, otherKindCase, withoutCommentCase } from './cases/success.ts';
import { unreadableBodyCases } from './cases/unreadable-body.ts';

/** All cases, in the order in which a run with enough orders makes them: what burns nothing comes first. */
export function deriveCases(contract: Contract): Case[] {
  const all = [
    ...authorizationCases(),
    ...orderCodeCases(),
    ...headerCases(),
    ...methodCases(),
    ...readingCases(),
    firstCancelCase(contract),
    ...repeatCases(contract),
    ...silentBodyCases(),
    ...spellingCases(),
    ...declarationCases(),
    otherKindCase(contract),
    ...invalidBodyCases(contract),
    ...commentCases(),
    withoutCommentCase(),
    ...unreadableBodyCases(),
    ...openCases(contract),
    ...shortCommentCases(),
    foreignOrderCase(),
    reopenCase(),
    unchangedCase(),
    ...answerCases(),
  ];
  const free = ({ needs }: Case) => needs === 'nothing' || needs === 'key';
  return [...all.filter(free), ...all.filter((one) => !free(one))];
}

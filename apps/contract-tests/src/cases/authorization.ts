import type { AnswerCheck } from '../answer-check.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { mustBe, observe, show } from '../verdicts.ts';
import { cancelRequest } from './requests.ts';

/** Headers that are not `Token`, one space and a valid key. All go to a made-up order code, so that none can cancel. */
const REFUSED: { id: string; title: string; header(context: CaseContext): string | undefined }[] = [
  { id: 'missing', title: 'A request without Authorization is refused', header: () => undefined },
  { id: 'scheme-only', title: 'A request with "Token" and no key is refused', header: () => 'Token' },
  { id: 'no-scheme', title: 'A key without "Token" before it is refused', header: ({ apiKey }) => apiKey },
  {
    id: 'other-scheme',
    title: 'A key after "Bearer" is refused',
    header: ({ apiKey }) => `Bearer ${apiKey}`,
  },
  {
    id: 'wrong-key',
    title: 'A key that is not valid is refused',
    header: ({ invalidApiKey }) => `Token ${invalidApiKey}`,
  },
];

/** The page: only a valid key in the prescribed form may call, and 403 is the answer to one that is not valid. */
export function authorizationCases(check: AnswerCheck): Case[] {
  const refused = REFUSED.map(
    ({ id, title, header }): Case => ({
      id: `auth.${id}`,
      title: `${title} with 403`,
      needs: id === 'no-scheme' || id === 'other-scheme' ? 'key' : 'nothing',
      async run(context) {
        const answer = await context.send(
          cancelRequest(context, { headers: { authorization: header(context) } }),
        );
        return unauthorized(check, answer);
      },
    }),
  );
  return [
    ...refused,
    {
      id: 'auth.scheme-case',
      title: 'What the server does with "token" in small letters',
      needs: 'key',
      async run(context) {
        return observe(
          await context.send(
            cancelRequest(context, { headers: { authorization: `token ${context.apiKey}` } }),
          ),
        );
      },
    },
  ];
}

/** 403 is the page's; 401 is what a server of this kind may answer instead, and the ledger asks which. */
function unauthorized(check: AnswerCheck, answer: Parameters<typeof show>[0]): Verdict {
  if (answer.status === 401)
    return { outcome: 'observed', observation: `401 in place of 403: ${show(answer)}` };
  return mustBe(check, answer, 403);
}

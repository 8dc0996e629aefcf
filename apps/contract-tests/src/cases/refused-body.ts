import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { answering, mustBeRefused } from '../verdicts.ts';
import { type Change, cancelRequest } from './requests.ts';

const NO_AX_STATUS: Verdict = {
  outcome: 'observed',
  remarks: [
    bilingual('not asked: this server has no ax_status', '확인하지 않음: 이 서버에는 ax_status 가 없습니다'),
  ],
};

/** What the acceptance or the refusal of a body says of the ledger's questions. */
export type Answers = (accepted: boolean, context: CaseContext, answer: Answer) => Record<string, string>;

/** A body that must be refused, and must not cancel. */
export function refused(
  id: string,
  what: Bilingual,
  change: (context: CaseContext) => Change,
  answers: Answers = () => ({}),
): Case {
  return {
    id: `body.${id}`,
    title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
    expects: bilingual('400 (inferred), and nothing changed', '400 (추정), 변경 없음'),
    needs: 'live-order',
    async run(context): Promise<Verdict> {
      if (id.startsWith('ax_status.') && context.reading.ignoresAxStatus) return NO_AX_STATUS;
      const answer = await context.send(cancelRequest(context, change(context)));
      const verdict = mustBeRefused(context.check, answer, [400], what);
      const own = answers(answer.status < 300, context, answer);
      const form = /^[a-z]+_?[a-z]*\./.test(id) ? formOf(verdict, answer.json) : {};
      return answering(verdict, { ...own, ...form });
    },
  };
}

/** How an invalid field is answered: as the framework does it, or in another way. */
function formOf({ outcome }: Verdict, body: unknown): Record<string, string> {
  if (outcome === 'failed') return {};
  const detail = typeof body === 'object' && body !== null && 'detail' in body;
  const form = outcome === 'observed' ? 'another-answer' : detail ? 'detail-only' : 'detail-or-fields';
  return { 'invalid-request-answer': form };
}

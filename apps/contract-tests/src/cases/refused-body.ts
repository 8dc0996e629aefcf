import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { answering, failed, join, mustBeRefused } from '../verdicts.ts';
import { type Change, cancelRequest } from './requests.ts';

const LATER = bilingual(
  'channel_status alone has set both statuses, as a later version of the page has it (question superseded-version). In the contract remove ax_status from CancelRequest; the other cases go on in this reading',
  'channel_status만으로 두 상태가 모두 바뀌었습니다. 이후 버전의 문서와 같습니다 (질문 superseded-version). 계약의 CancelRequest에서 ax_status를 제거하십시오. 나머지 케이스는 이 해석으로 계속합니다',
);

const NO_AX_STATUS: Verdict = {
  outcome: 'observed',
  remarks: [
    bilingual('not asked: this server has no ax_status', '확인하지 않음: 이 서버에는 ax_status가 없습니다'),
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
      const own = answers(answer.status < 300, context, answer);
      const later = own['superseded-version'] === 'version-57';
      const verdict = later ? failed(join(what, LATER)) : mustBeRefused(context.check, answer, [400], what);
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

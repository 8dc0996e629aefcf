import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { answering, failed, join, mustBe, show } from '../verdicts.ts';
import { type Body, cancelRequest, exampleBody, otherExample } from './requests.ts';

const ECHO = bilingual(
  '200 with the four fields, which repeat the order code and both statuses',
  '네 필드를 담은 200. 주문 코드와 두 상태가 요청과 같음',
);
/**
 * Whether an answer is a documented success of this request: 200, the contract's form, and the echo. `body` is in the
 * contract's names.
 */
export function mustCancel(context: CaseContext, answer: Answer, body: Body, what: Bilingual): Verdict {
  const { check, orderCode, reading } = context;
  const verdict = mustBe(check, answer, 200, what);
  if (answer.status !== 200 || answer.json === undefined) return verdict;
  const [first, ...others] = [
    ...(verdict.outcome === 'failed' ? verdict.remarks : []),
    ...check.unmet(answer, orderCode, body, reading).map((problem) => join(what, problem)),
  ];
  if (first !== undefined) return failed(first, ...others);
  return answering(verdict, {
    'response-fields-always': 'always',
    'additional-response-fields': check.additionalFields(answer).length > 0 ? 'more-fields' : 'four-fields',
    synchronous: 'done',
  });
}

/** The first cancel of the run, which has already been made when this case runs: it only judges the answer. */
export function firstCancelCase(contract: Contract): Case {
  const [name = ''] = Object.keys(contract.request.examples);
  return {
    id: `cancel.${name}`,
    title: bilingual(
      "The contract's first example cancels the order, and the answer repeats the request",
      '계약의 첫 번째 예제로 주문이 취소되고 응답이 요청과 일치한다',
    ),
    expects: ECHO,
    needs: 'cancelled-order',
    async run(context) {
      const { established } = context;
      if (established === undefined) throw new Error('No order has been cancelled yet.');
      const { before, answer, body } = established;
      const [refused] = before;
      const what = bilingual('a cancel with a Korean comment', '한국어 코멘트가 있는 취소');
      if (refused !== undefined && established.names === 'table') {
        const but = bilingual(
          `it was refused, and the same order was then cancelled with ${JSON.stringify(body)}: ${show(refused.answer)}`,
          `거부되었으나 같은 주문이 ${JSON.stringify(body)}로는 취소되었습니다: ${show(refused.answer)}`,
        );
        return failed(join(what, but));
      }
      return mustCancel(context, answer, body, what);
    },
  };
}

/** The contract's other example: the other kind of cancel, and no comment (the page, 2.2 Body Parameter, row comment). */
export function otherKindCase(contract: Contract): Case {
  const [, name = ''] = Object.keys(contract.request.examples);
  return burning(
    name,
    bilingual(
      "The contract's second example, without a comment, cancels the order",
      '코멘트가 없는 두 번째 예제로 주문이 취소된다',
    ),
    bilingual('an unavoidable cancel without a comment', '코멘트가 없는 불가피한 취소'),
    () => otherExample(contract),
    (accepted) => ({
      'unavoidable-cancel': accepted ? 'allowed' : 'not-for-channels',
      ...(accepted ? { 'required-legend': 'o-required' } : {}),
    }),
  );
}

/** The fourth of the pairs of kind and comment: the traveler's cancel without one. */
export function withoutCommentCase(): Case {
  return burning(
    'without-comment',
    bilingual("A traveler's cancel needs no comment", '여행자 취소에 코멘트가 없어도 된다'),
    bilingual("a traveler's cancel without a comment", '코멘트가 없는 여행자 취소'),
    ({ contract }) => {
      const { comment: _, ...statuses } = exampleBody(contract);
      return statuses;
    },
  );
}

/** A case that cancels an order and must succeed. */
export function burning(
  id: string,
  title: Bilingual,
  what: Bilingual,
  body: (context: CaseContext) => Body,
  answers: (accepted: boolean) => Record<string, string> = () => ({}),
): Case {
  return {
    id: `cancel.${id}`,
    title,
    expects: ECHO,
    needs: 'burns-order',
    async run(context) {
      const sent = body(context);
      const answer = await context.send(cancelRequest(context, { body: sent }));
      return answering(mustCancel(context, answer, sent, what), answers(answer.status < 300));
    },
  };
}

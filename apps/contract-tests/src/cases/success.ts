import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { orderIsComplete } from '../order-fields.ts';
import { allowsBody } from '../schema-check.ts';
import { answering, failed, join, mustBe, show } from '../verdicts.ts';
import {
  type Body,
  type BodyContext,
  exampleBody,
  otherExample,
  SAMPLE_RUN_ID,
  textField,
  withoutText,
} from './bodies.ts';
import { cancelRequest } from './requests.ts';

/** What a success is, in words. */
function echo({ success }: Contract): Bilingual {
  return bilingual(
    `${success.status} with the order, which repeats the order code and the statuses of the request`,
    `주문을 담은 ${success.status}. 주문 코드와 상태가 요청과 같음`,
  );
}

/**
 * Whether a response is the documented success of this request: its status, the contract's form, and the echo. `body` is
 * in the contract's names.
 */
export function mustCancel(
  context: CaseContext,
  response: HttpResponse,
  body: Body,
  what: Bilingual,
): Verdict {
  const { check, contract, orderCode, reading } = context;
  const verdict = mustBe(check, response, contract.success.status, what);
  if (response.status !== contract.success.status || response.json === undefined) return verdict;
  const [first, ...others] = [
    ...(verdict.outcome === 'failed' ? verdict.remarks : []),
    ...check.unmet(response, orderCode, body, reading).map((problem) => join(what, problem)),
  ];
  if (first !== undefined) return failed(first, ...others);
  return answering(verdict, {
    // Where the contract lets a field be missing, one success that has it says nothing.
    ...(orderIsComplete(contract) ? { 'response-fields-always': 'always' } : {}),
    'additional-response-fields': check.additionalFields(response).length > 0 ? 'more-fields' : 'four-fields',
    // 202 says that the request is accepted and not yet carried out (RFC 9110, 15.3.3).
    synchronous: response.status === 202 ? 'later' : 'done',
  });
}

/** The first cancel of the run, which has already been made when this case runs: it only judges the response. */
export function firstCancelCase(contract: Contract): Case {
  const [name = ''] = Object.keys(contract.request.examples);
  return {
    id: `cancel.${name}`,
    title: bilingual(
      "The contract's first example cancels the order, and the response repeats the request",
      '명세의 첫 번째 예제로 주문이 취소되고 응답이 요청과 일치한다',
    ),
    expects: echo(contract),
    needs: 'cancelled-order',
    role: 'first-cancel',
    async run(context) {
      const { established } = context;
      if (established === undefined) throw new Error('No order has been cancelled yet.');
      const { before, response, body } = established;
      const [refused] = before;
      const what = bilingual('a cancel with a Korean comment', '한국어 코멘트가 있는 취소');
      if (refused !== undefined && established.names === 'table') {
        const but = bilingual(
          `it was refused, and the same order was then cancelled with ${JSON.stringify(body)}: ${show(refused.response)}`,
          `거부되었으나 같은 주문이 ${JSON.stringify(body)}로는 취소되었습니다: ${show(refused.response)}`,
        );
        return failed(join(what, but));
      }
      return mustCancel(context, response, body, what);
    },
  };
}

/** The contract's other example: another kind of cancel, and no comment (the page, 2.2 Body Parameter, row comment). */
export function secondExampleCases(contract: Contract): Case[] {
  const [, name = 'other'] = Object.keys(contract.request.examples);
  const text = textField(contract)?.name;
  const bare = text !== undefined && !(text in (otherExample(contract) ?? {}));
  return cancelling(
    contract,
    {
      id: `cancel.${name}`,
      title: bare
        ? bilingual(
            "The contract's second example, without a comment, cancels the order",
            '코멘트가 없는 두 번째 예제로 주문이 취소된다',
          )
        : bilingual(
            "The contract's second example cancels the order",
            '명세의 두 번째 예제로 주문이 취소된다',
          ),
    },
    bare
      ? bilingual('an unavoidable cancel without a comment', '코멘트가 없는 불가피한 취소')
      : bilingual("the contract's second example", '명세의 두 번째 예제'),
    () => otherExample(contract),
    (accepted) => ({
      'unavoidable-cancel': accepted ? 'allowed' : 'not-for-channels',
      ...(accepted && bare ? { 'required-legend': 'o-required' } : {}),
    }),
  );
}

/** The fourth of the pairs of kind and comment: the traveler's cancel without one. */
export function withoutTextCases(contract: Contract): Case[] {
  return cancelling(
    contract,
    {
      id: 'cancel.without-comment',
      title: bilingual("A traveler's cancel needs no comment", '여행자 취소에 코멘트가 없어도 된다'),
    },
    bilingual("a traveler's cancel without a comment", '코멘트가 없는 여행자 취소'),
    () => withoutText(contract, exampleBody(contract)),
  );
}

/**
 * A case that cancels an order and must succeed; none where there is no such body, or the contract does not allow it.
 *
 * @param body may depend on the run's id, but whether there is one may not
 */
export function cancelling(
  contract: Contract,
  about: Pick<Case, 'id' | 'title' | 'role'>,
  what: Bilingual,
  body: (context: BodyContext) => Body | undefined,
  answers: (accepted: boolean) => Record<string, string> = () => ({}),
): Case[] {
  const sample = body({ contract, runId: SAMPLE_RUN_ID });
  if (sample === undefined || !allowsBody(contract, sample)) return [];
  return [
    {
      ...about,
      expects: echo(contract),
      needs: 'cancels-order',
      async run(context) {
        const sent = body(context) ?? sample;
        const response = await context.send(cancelRequest(context, { body: sent }));
        return answering(mustCancel(context, response, sent, what), answers(response.status < 300));
      },
    },
  ];
}

import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { orderFields, orderOf, statusesIn } from '@ax-cloud/contract/order-fields';
import { refusalStatuses, refusesRequest } from '@ax-cloud/contract/refusal-statuses';
import { bareExample, withStatus } from '@ax-cloud/contract/request-body';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Role } from './case.ts';
import { evidenceOf } from './evidence.ts';
import { namesNoOther } from './order-codes.ts';
import type { Verdict } from './verdict.ts';
import { mustCancel, notAsked, observe, saying } from './verdicts.ts';

/** Cases about a cancelled order that need more than one request, or more than recording a response. */
export function cancelledOrderCases(contract: Contract): Case[] {
  return [repeat(), ...channelCode(contract), repeatLater(), ...reopen(contract)];
}

/** A repeated cancel may be refused. A success must be the echo of the request, like any other success. */
function repeat(): Case {
  return repeatCase(
    'cancel.repeat',
    bilingual('the same cancel again', '같은 취소를 다시 보낼 때'),
    'repeat',
  );
}

/** The first repeat comes soon after the cancel, and the server may not have stored that everywhere by then. */
function repeatLater(): Case {
  const what = bilingual('the same cancel at the end of the run', '실행 끝에 같은 취소를 다시 보낼 때');
  return repeatCase('cancel.repeat-later', what, 'last');
}

function repeatCase(id: string, what: Bilingual, role: Role): Case {
  return recordedCase(id, what, Object.keys(REPEAT), role, async (context) => {
    const body = context.established?.body;
    const response = await context.send({ body });
    if (response.status < 300) {
      const verdict = mustCancel(context, response, body, what);
      if (verdict.outcome === 'failed') return verdict;
    }
    return saying(observe(response), evidenceOf(REPEAT, response, context));
  });
}

const REPEAT = {
  'second-cancel': { 'same-success': 'same-answer', refused: 'refused' },
  // A success does not show that a repeat has no further effect.
  'retry-after-timeout': { refused: 'check-first' },
};

/** Sends the channel's own code for the order in the path, in place of the contract's. */
function channelCode(contract: Contract): Case[] {
  const { channelCode: name } = orderFields(contract);
  if (name === undefined) return [];
  const question = 'order-code-in-path';
  const what = bilingual("the channel's own code in the path", '경로에 채널의 주문 코드가 올 때');
  const one = recordedCase('cancel.channel-code', what, [question], undefined, async (context) => {
    const { established, control, check } = context;
    const code = orderOf(context.contract, established?.response.json)[name];
    if (context.contract.orderCode.name !== context.written.orderCode.name || code === context.orderCode)
      return notAsked("the path holds the channel's code already", '경로에 이미 채널의 주문 코드가 옵니다');
    if (typeof code !== 'string' || code === '') {
      return notAsked(
        `the response to the first cancel has no ${name} that could go into the path`,
        `첫 취소의 응답에 경로에 넣을 ${name}가 없습니다`,
      );
    }
    if (!namesNoOther(code, context.orderCode)) {
      return notAsked(
        `${name} may be the code of another order, as both codes are plain numbers or the like`,
        `두 코드가 단순한 번호 등이어서 ${name} 값이 다른 주문의 코드일 수 있습니다`,
      );
    }
    const own = await context.send({ body: established?.body });
    const response = await context.send({ orderCode: code, body: established?.body }, { html: true });
    const { order } = refusalStatuses(context.contract);
    const isUnknown = check.problems(response, order).length === 0;
    // The same response as for the contract's code, but not that for an unknown code: the server found the order.
    const asOwn =
      response.status === own.status && (own.status < 300 || refusesRequest(context.contract, own.status));
    if (isUnknown && control?.status === order)
      return saying(observe(response), [{ question, readings: [ofContract(context, question)] }]);
    return asOwn && !isUnknown
      ? saying(observe(response), [{ question, readings: ['either-code'] }])
      : observe(response);
  });
  return [{ ...one, proves: ['endpoint-order-code', 'curl-order-code'] }];
}

/** The reading of whose code the path takes: the one that the evidence so far shows, otherwise the contract's. */
function ofContract({ shown, taken }: CaseContext, question: string): string {
  return shown(question)[0] ?? taken(question);
}

/** Asks whether a status that is not a cancel reopens a cancelled order. A reopened order is cancelled again. */
function reopen(contract: Contract): Case[] {
  const status = uncancelledStatus(contract);
  if (status === '') return [];
  const question = 'new-status';
  const what = bilingual(`${status} for a cancelled order`, `취소된 주문에 ${status}를 보낼 때`);
  return [
    recordedCase('cancel.reopen', what, [question], 'last', async (context) => {
      const body = withStatus(context.contract, bareExample(context.contract), status);
      const response = await context.send({ body });
      const [first] = statusesIn(context.contract, response.json);
      if (response.status >= 300 || first !== status || !context.truthful) return observe(response);
      const again = await context.send({ body: context.established?.body });
      const seen = { ...observe(response), telling: response };
      // Only where a second cancel is refused, another success shows that the order was new again.
      const reopened = context.repeatable === false && again.status < 300;
      return reopened ? saying(seen, [{ question, readings: ['reopens'] }]) : seen;
    }),
  ];
}

/** A case about the cancelled order, whose response is recorded. */
function recordedCase(
  id: string,
  what: ReturnType<typeof bilingual>,
  asks: string[],
  role: Role | undefined,
  run: (context: CaseContext) => Promise<Verdict>,
): Case {
  return {
    id,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: bilingual('recorded; no crash', '기록만 함. 서버 오류는 아님'),
    level: 'open',
    needs: 'cancelled-order',
    ...(role === undefined ? {} : { role }),
    proves: [],
    asks,
    run,
  };
}

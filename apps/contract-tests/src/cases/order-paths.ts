import type { Contract } from '@ax-cloud/contract/contract';
import { refusalStatuses, speaksOfKey } from '@ax-cloud/contract/refusal-statuses';
import { bilingual } from '../bilingual.ts';
import type { Change, HttpResponse } from '../http/message.ts';
import type { Case } from './case.ts';
import { accepted, failed, mustBe, notAsked, observe, saying } from './verdicts.ts';

/** Cases about the path that need more than one request, or an order of another channel. */
export function orderPathCases(contract: Contract): Case[] {
  return [otherSlash(contract), foreignOrder(contract)];
}

/** The path with a trailing slash, or without the contract's: some servers route both, and some redirect one. */
function otherSlash({ path: template }: Contract): Case {
  const slashed = template.endsWith('/');
  const what = slashed
    ? bilingual('a path without the slash at its end', '끝의 슬래시를 뺀 경로')
    : bilingual('a slash at the end of the path', '경로 끝의 슬래시');
  const change: Change = slashed ? { alterPath: (path) => path.replace(/\/$/, '') } : { suffix: '/' };
  return {
    id: slashed ? 'order.without-slash' : 'order.trailing-slash',
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}에 대한 서버의 동작`),
    expects: bilingual('neither a success nor a crash', '성공도 서버 오류도 아닌 응답'),
    level: 'open',
    needs: 'key',
    proves: ['endpoint-path'],
    asks: ['trailing-slash'],
    async run(context) {
      if (context.contract.path.endsWith('/') !== slashed)
        return notAsked('the server follows the other reading', '서버가 다른 해석을 따릅니다');
      const allowance = { html: true, redirect: true };
      const response = await context.send(change, allowance);
      if (response.status < 300) return failed(accepted(what, response));
      const { order } = refusalStatuses(context.contract);
      const isOwn = (one: HttpResponse) => context.check.problems(one, order).length === 0;
      // A crash, a limit, or a refusal of the key says nothing about the path.
      const isAboutOther = ({ status }: HttpResponse) =>
        status >= 500 || status === 429 || speaksOfKey(context.contract, status);
      if (context.control === undefined || !isOwn(context.control)) return observe(response);
      const nowhere = await context.send({ suffix: '/no-such-path/' }, allowance);
      // A server that has the same response for every path does not show that it knows this one.
      if (isOwn(nowhere) || [response, nowhere].some(isAboutOther)) return observe(response);
      const readings = isOwn(response) ? ['either'] : [slashed ? 'with' : 'without'];
      return saying({ ...observe(response), telling: response }, [{ question: 'trailing-slash', readings }]);
    },
  };
}

/** Another channel's order, which must not change. The ledger asks whether it is refused like a wrong key or an unknown code. */
function foreignOrder(contract: Contract): Case {
  const { wrongKey, order } = refusalStatuses(contract);
  const what = bilingual("another channel's order", '다른 채널의 주문');
  return {
    id: 'order.foreign',
    title: bilingual("Another channel's order cannot be cancelled", '다른 채널의 주문은 취소할 수 없다'),
    expects: bilingual(
      `${wrongKey} or ${order} with a JSON detail`,
      `JSON detail을 담은 ${wrongKey} 또는 ${order}`,
    ),
    level: 'documented',
    needs: 'foreign-order',
    proves: ['error-403-channel-code'],
    asks: ['other-channels-order'],
    async run(context) {
      const response = await context.send({});
      const { status } = response;
      if (status < 300) return failed(accepted(what, response));
      if (status !== wrongKey && status !== order) return observe(response);
      const verdict = mustBe(context.check, response, status, what);
      if (verdict.outcome === 'failed') return verdict;
      // The response to an unknown code does not show that there is such an order.
      if (status === order) return observe(response);
      const known = context.established !== undefined && context.unknownCodes === 0;
      const evident = known && context.control?.status === order;
      return evident
        ? saying(verdict, [{ question: 'other-channels-order', readings: ['forbidden'] }])
        : verdict;
    },
  };
}

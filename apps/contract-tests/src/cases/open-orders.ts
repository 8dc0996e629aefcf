import type { Contract } from '@ax-cloud/contract/contract';
import { repeatsStatuses } from '@ax-cloud/contract/order-fields';
import {
  type Body,
  exampleBody,
  fieldIn,
  otherKind,
  statusFields,
  withText,
} from '@ax-cloud/contract/request-body';
import { bilingual, join } from '../bilingual.ts';
import { showing } from '../http/response.ts';
import type { Case, CaseContext } from './case.ts';
import { evidenceOf } from './evidence.ts';
import { taggedBody } from './request.ts';
import { deviates, failed, mustCancel, notAsked, observe, observed, passed, saying } from './verdicts.ts';

/** Cases about an open order that need more than one change of a valid request. */
export function openOrderCases(contract: Contract): Case[] {
  return [misnamed(), ...differingStatuses(contract), parallel()];
}

/** The field names of the other reading. A server may understand both. */
function misnamed(): Case {
  const question = 'body-field-names';
  const what = bilingual(
    "A body with the field names of the page's cURL",
    '문서의 cURL에 있는 필드 이름을 쓴 본문',
  );
  return {
    id: 'body.misnamed',
    title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
    expects: bilingual(
      'a refusal, or a cancel where the server understands both',
      '거부. 서버가 두 이름을 모두 읽으면 취소',
    ),
    level: 'open',
    needs: 'open-order',
    order: 6,
    proves: [
      'body-fields',
      'ax-status',
      'channel-status',
      'curl-channel-order-status',
      'curl-ax-order-status',
    ],
    asks: [question],
    async run(context) {
      const curl = context.under(question, 'curl-names') ?? context.contract;
      // The names that this server does not read.
      const other = curl === context.contract ? context.written : curl;
      const own = { ...taggedBody(context.contract, context.runId), ...otherStatuses(context) };
      const renamed = Object.entries(own).map(([name, value]) => [
        fieldIn(other, context.contract, name) ?? name,
        value,
      ]);
      const body = Object.fromEntries(renamed);
      if (JSON.stringify(body) === JSON.stringify(own))
        return notAsked('no other names are known', '다른 필드 이름을 알 수 없습니다');
      const response = await context.send({ body });
      // A server may fill in the example's status for a missing one. Only a response that repeats what was sent shows the names.
      if (response.status < 300 && !repeatsStatuses(context.contract, response.json, own))
        return observe(response);
      const [read] = context.shown(question);
      const asks = {
        [question]: { cancelled: 'either-names', ...(read === undefined ? {} : { refused: read }) },
      };
      return saying(observe(response), evidenceOf(asks, response, context));
    },
  };
}

/** The statuses of the other kind of cancel, if this server has shown that it allows it. */
function otherStatuses({ contract, shown }: CaseContext): Body {
  const [allowed] = shown('unavoidable-cancel');
  const other = allowed === 'allowed' ? otherKind(contract) : undefined;
  if (other === undefined) return {};
  return Object.fromEntries(statusFields(contract).map(({ name }) => [name, other[name]]));
}

/**
 * Two different statuses: the only request that tells the two fields apart. The server may refuse it. A success must repeat each
 * status in its own field.
 */
function differingStatuses(contract: Contract): Case[] {
  if (statusFields(contract).length < 2 || otherKind(contract) === undefined) return [];
  const what = bilingual('two different statuses', '서로 다른 두 상태');
  const question = 'differing-statuses';
  return [
    {
      id: 'cancel.mixed',
      title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
      expects: bilingual(
        'a refusal, or a success in which each status is as it was sent',
        '거부 또는 각 상태가 보낸 그대로인 성공',
      ),
      level: 'open',
      needs: 'may-cancel',
      order: 5,
      proves: ['detail-two-statuses', 'ax-status-meaning', 'channel-status-meaning'],
      asks: [question],
      // A refusal is about the combination only if the server accepts each kind by itself.
      evidentWhere: { 'unavoidable-cancel': 'allowed' },
      async run(context) {
        if (statusFields(context.contract).length < 2)
          return notAsked('this server has one status', '이 서버에는 상태가 하나입니다');
        const body = mixedBody(
          context.contract,
          context.established?.body ?? taggedBody(context.contract, context.runId),
        );
        const response = await context.send({ body });
        const asks = {
          [question]: {
            'statuses-as-sent': 'independent',
            'statuses-alike': 'one-governs',
            refused: 'equal',
          },
        };
        const evidence = repeatsFirst(context) ? evidenceOf(asks, response, context) : [];
        if (response.status >= 300) return saying(observe(response), evidence);
        const [problem, ...further] = context.check.unmet(response, context.orderCode, body);
        if (problem === undefined) return saying(observe(response), evidence);
        const named = bilingual(`${problem.en} (question ${question})`, `${problem.ko} (질문 ${question})`);
        return saying(failed(join(what, named), ...further), evidence);
      },
    },
  ];
}

/** Whether the first cancel was of the example's kind. */
function repeatsFirst({ contract, established }: CaseContext): boolean {
  const example = exampleBody(contract);
  return statusFields(contract).every(({ name }) => established?.body[name] === example[name]);
}

/** The first cancel with the statuses of two. */
function mixedBody(contract: Contract, cancel: Body): Body {
  const [one, other] = [exampleBody(contract), otherKind(contract) ?? {}];
  const [first, ...others] = statusFields(contract).map(({ name }) => name);
  const pairs = others.map((name) => [name, other[name]]);
  return { ...cancel, [first ?? '']: one[first ?? ''], ...Object.fromEntries(pairs) };
}

const EACH_SUCCEEDS = bilingual(
  'each one succeeded, as a second cancel does; the responses do not show how many times the order was cancelled',
  '두 번째 취소처럼 모두 성공했습니다. 몇 번 취소되었는지는 응답으로 알 수 없습니다',
);

/** How many times the same cancel is sent at the same time, if AX_CONCURRENCY allows it. */
const TIMES = 3;

/** A server that refuses a second cancel must also refuse it when both arrive at the same time. */
function parallel(): Case {
  const what = bilingual('the same cancel several times at the same time', '동시에 보낸 같은 취소');
  return {
    id: 'cancel.parallel',
    title: bilingual(
      'The same cancel several times at the same time cancels once',
      '같은 취소를 동시에 여러 번 보내도 한 번만 취소된다',
    ),
    expects: bilingual(
      'a success for each where a second cancel succeeds, otherwise for one of them',
      '두 번째 취소가 성공하는 서버이면 모두 성공, 아니면 하나만 성공',
    ),
    level: 'documented',
    needs: 'cancels-order',
    order: 5,
    role: 'parallel',
    proves: ['purpose-processes'],
    asks: [],
    async run(context) {
      const example = exampleBody(context.contract);
      const body = withText(context.contract, example, '.') ?? example;
      const times = Math.min(TIMES, context.concurrency);
      const all = await Promise.all(Array.from({ length: times }, () => context.send({ body })));
      const successes = all.filter(({ status }) => status < 300);
      const [[first], [refused]] = [successes, all];
      if (first === undefined && refused !== undefined) return mustCancel(context, refused, body, what);
      if (times < 2) return notAsked('requests are sent one at a time', '요청을 한 번에 하나만 보냅니다');
      if (first === undefined || successes.length === 1) return passed();
      if (context.repeatable !== false) return observed(EACH_SUCCEEDS);
      const both = showing(
        `${successes.length} of ${times} succeeded, although a second cancel is refused`,
        `두 번째 취소를 거부하는 서버인데 ${times}건 중 ${successes.length}건이 성공했습니다`,
        first,
      );
      return { ...deviates('documented', join(what, both)), telling: first };
    },
  };
}

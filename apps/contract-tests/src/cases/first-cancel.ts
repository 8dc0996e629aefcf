import type { Contract } from '@ax-cloud/contract/contract';
import { refusesRequest } from '@ax-cloud/contract/refusal-statuses';
import { textField, without } from '@ax-cloud/contract/request-body';
import { bilingual, join } from '../bilingual.ts';
import { showing } from '../http/response.ts';
import type { Case, Established } from './case.ts';
import { evidenceOf } from './evidence.ts';
import type { Verdict } from './verdict.ts';
import { deviation, failed, mustCancel, saying } from './verdicts.ts';

/** The statements of the page that one cancel with all its fields proves. */
const PROVES =
  `purpose-traveler-cancel purpose-processes detail-synchronised detail-two-statuses endpoint-path
  endpoint-order-code request-method request-description request-content-type headers-listed ax-status ax-status-meaning
  ax-status-input ax-status-traveler-cancel channel-status channel-status-meaning channel-status-input
  channel-status-traveler-cancel comment response-status-code response-status-code-type response-status-code-meaning
  response-data response-data-type response-data-meaning response-channel-order-code response-channel-order-code-type
  response-channel-order-status response-channel-order-status-type response-channel-order-status-meaning
  response-ax-order-code response-ax-order-code-type response-ax-order-code-meaning response-ax-order-status
  response-ax-order-status-type response-ax-order-status-meaning example-status example-caption example-bare
  example-channel-order-status example-ax-order-status error-403-channel-code curl curl-method curl-accept
  curl-content-type curl-authorization curl-comment`.split(/\s+/);

/**
 * The contract's first example, with all fields and a Korean comment. The run has sent it already; this case only judges it.
 *
 * @param judged the questions that have their own cases; a deviation in any other question fails this case
 */
export function firstCancelCase(contract: Contract, judged: readonly string[]): Case {
  const [name = ''] = Object.keys(contract.request.examples);
  const { success } = contract;
  return {
    id: `cancel.${name}`,
    title: bilingual(
      "The contract's first example cancels the order, and the response repeats the request",
      '명세의 첫 번째 예제로 주문이 취소되고 응답이 요청과 일치한다',
    ),
    expects: bilingual(
      `${success.status} with the order, which repeats the order code and the statuses of the request`,
      `주문을 담은 ${success.status}. 주문 코드와 상태가 요청과 같음`,
    ),
    level: 'documented',
    needs: 'cancelled-order',
    role: 'first-cancel',
    proves: PROVES,
    asks: Object.keys(ASKS),
    async run(context): Promise<Verdict> {
      const { established } = context;
      if (established === undefined) throw new Error('No order has been cancelled yet.');
      const { before, response, body, readings } = established;
      const what = bilingual('a cancel with a Korean comment', '한국어 코멘트가 있는 취소');
      const [refused] = before;
      const names = Object.keys(readings);
      const found = [...evidenceOf(ASKS, response, context), ...legend(contract, established)];
      const evidence = [
        ...found.filter(({ question }) => !names.includes(question)),
        ...names.map((question) => ({ question, readings: [readings[question] ?? ''] })),
      ];
      const other = names.find((question) => !judged.includes(question));
      if (other !== undefined)
        return saying(failed(join(what, deviation(context, established, other))), evidence);
      if (refused !== undefined && names.length === 0) {
        const then = JSON.stringify(body);
        const but =
          refused.response.status < 300
            ? showing(
                `the response shows another cancel, and the one that repeats its request came for ${then}. Either the order was cancelled before the run, or the server does not do what was asked`,
                `응답에 다른 취소 상태가 있고, ${then}로 보낸 취소의 응답만 요청과 일치합니다. 실행 전에 이미 취소된 주문이거나, 서버가 요청대로 처리하지 않습니다`,
                refused.response,
              )
            : showing(
                `it was refused, and the same order was then cancelled with ${then}`,
                `거부되었으나 같은 주문이 ${then}로는 취소되었습니다`,
                refused.response,
              );
        return saying(failed(join(what, but)), evidence);
      }
      return saying(
        mustCancel({ ...context, orderCode: established.orderCode }, response, body, what),
        evidence,
      );
    },
  };
}

/** What the first success answers. */
const ASKS = {
  'response-fields-always': { 'success-form': 'always' },
  'additional-response-fields': { extra: 'more-fields', accepted: 'four-fields' },
  synchronous: { later: 'later', done: 'done' },
  charset: {},
  'channel-code': { 'cancelled-bare': 'key-only' },
  'required-legend': {},
  'body-field-names': {},
  'order-code-in-path': {},
  'response-envelope': {},
} as const;

/** If the cancel is refused with a text and carried out without it, the server does not allow the text. */
function legend(contract: Contract, { body, before }: Established): Verdict['evidence'] {
  const name = textField(contract)?.name ?? '';
  const refused = before.filter((one) => name in one.body && refusesRequest(contract, one.response.status));
  const sameKind = refused.filter((one) => JSON.stringify(without(one.body, name)) === JSON.stringify(body));
  return sameKind.length > 0 && sameKind.length === refused.length
    ? [{ question: 'required-legend', readings: ['x-forbidden'] }]
    : [];
}

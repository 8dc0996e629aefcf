import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual, join } from '../bilingual.ts';
import { statusFields, textField, without } from '../contract/bodies.ts';
import { orderFields, orderOf } from '../contract/order-fields.ts';
import { refusesRequest } from '../contract/statuses.ts';
import { show } from '../http/response.ts';
import type { Case, CaseContext, Established, Role } from './case.ts';
import { evidenceOf } from './evidence.ts';
import type { Verdict } from './verdict.ts';
import { failed, mustCancel, passed, saying } from './verdicts.ts';

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

/** What the first cancel of a run says. It has been made when these cases run: they only judge it. */
export function firstCancelCases(contract: Contract): Case[] {
  const { code } = orderFields(contract);
  const names = statusFields(contract).map(({ name }) => `\`${name}\``);
  const { orderPointer } = contract.success;
  return [
    reading(
      contract,
      'reading.body-names',
      bilingual("The server reads the contract's field names", '서버는 명세의 필드 이름을 읽는다'),
      bilingual(names.join(' and '), names.join(', ')),
      ['body-field-names', LATER_VERSION],
      'page-old-version body-fields ax-status channel-status curl-channel-order-status curl-ax-order-status',
    ),
    reading(
      contract,
      'reading.envelope',
      orderPointer === ''
        ? bilingual('A success is a bare object', '성공 응답은 감싸지 않은 객체이다')
        : bilingual('A success has the order in its envelope', '성공 응답은 주문을 감싸고 있다'),
      orderPointer === ''
        ? bilingual("the order's fields at the top level", '최상위의 주문 필드')
        : bilingual(`the order at ${orderPointer}`, `${orderPointer} 위치의 주문`),
      [ENVELOPE],
      'response-status-code response-data response-data-type response-data-meaning example-bare',
    ),
    ...(code === undefined
      ? []
      : [
          reading(
            contract,
            'reading.order-code',
            bilingual('The path holds the code that the contract says', '경로에는 명세의 주문 코드가 온다'),
            bilingual(`the code in the path comes back as ${code}`, `경로의 코드가 ${code}로 돌아옴`),
            ['order-code-in-path'],
            'endpoint-order-code curl-order-code',
          ),
        ]),
    firstCancel(contract),
  ];
}

const LATER_VERSION = 'superseded-version';
const ENVELOPE = 'response-envelope';

/** The questions that a reading's case judges; a deviation in another one fails the first cancel itself. */
const OWN_CASES = ['body-field-names', LATER_VERSION, ENVELOPE, 'order-code-in-path'];

/** Whether the server follows the contract in a question that its first cancel answers. */
function reading(
  contract: Contract,
  id: string,
  title: Bilingual,
  expects: Bilingual,
  asks: string[],
  proves: string,
): Case {
  const names = statusFields(contract);
  return {
    ...common(id, title, expects, 'reading'),
    proves: proves.split(' '),
    asks,
    async run(context) {
      const { established } = context;
      if (established === undefined) throw new Error('No order has been cancelled yet.');
      const deviating = asks.find((question) => question in established.readings);
      const evidence = asks.flatMap((question) => {
        const other = established.readings[question];
        // That a later version of the page would be read alike shows only without the status that it dropped.
        if (other === undefined && question === LATER_VERSION && names.length > 1) return [];
        const found = other === undefined ? context.followed(question, established.response) : [other];
        return found.length === 0 ? [] : [{ question, readings: found }];
      });
      const order = orderOf(context.contract, established.response.json);
      if (asks.includes(ENVELOPE) && deviating === undefined && Object.keys(order).length === 0)
        return failed(NO_ORDER);
      if (deviating === undefined) return saying(passed(), evidence);
      const own = evidence.filter(({ question }) => question === deviating);
      return saying(failed(deviation(context, established, deviating)), own);
    },
  };
}

const NO_ORDER = bilingual(
  'the success has no order where the contract has it (question response-envelope)',
  '성공 응답의 명세에 정해진 위치에 주문이 없습니다 (질문 response-envelope)',
);

/** Says which reading of a question the server follows, and what came to the contract's own cancel. */
function deviation(context: CaseContext, { readings, before }: Established, question: string): Bilingual {
  const sentence = context.sentence(question, readings[question] ?? '');
  const follows = bilingual(
    `the server follows another reading than the contract (question ${question}): ${sentence.en}`,
    `서버가 명세와 다른 해석을 따릅니다 (질문 ${question}): ${sentence.ko}`,
  );
  const [first] = before;
  if (first === undefined) return follows;
  const came = show(first.response);
  return bilingual(
    `${follows.en} The contract's own cancel got ${came}`,
    `${follows.ko} 명세대로 보낸 취소에 대한 응답: ${came}`,
  );
}

/** The contract's first example: all fields, and a Korean comment. */
function firstCancel(contract: Contract): Case {
  const [name = ''] = Object.keys(contract.request.examples);
  const { success } = contract;
  return {
    ...common(
      `cancel.${name}`,
      bilingual(
        "The contract's first example cancels the order, and the response repeats the request",
        '명세의 첫 번째 예제로 주문이 취소되고 응답이 요청과 일치한다',
      ),
      bilingual(
        `${success.status} with the order, which repeats the order code and the statuses of the request`,
        `주문을 담은 ${success.status}. 주문 코드와 상태가 요청과 같음`,
      ),
      'first-cancel',
    ),
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
      const other = names.find((question) => !OWN_CASES.includes(question));
      if (other !== undefined)
        return saying(failed(join(what, deviation(context, established, other))), evidence);
      if (refused !== undefined && names.length === 0) {
        const but = bilingual(
          `it was refused, and the same order was then cancelled with ${JSON.stringify(body)}: ${show(refused.response)}`,
          `거부되었으나 같은 주문이 ${JSON.stringify(body)}로는 취소되었습니다: ${show(refused.response)}`,
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

/** Where the contract's cancel is refused with a text and carried out without, the text may not be sent at all. */
function legend(contract: Contract, { body, before }: Established): Verdict['evidence'] {
  const name = textField(contract)?.name ?? '';
  const refused = before.filter((one) => name in one.body && refusesRequest(contract, one.response.status));
  const sameKind = refused.filter((one) => JSON.stringify(without(one.body, name)) === JSON.stringify(body));
  return sameKind.length > 0 && sameKind.length === refused.length
    ? [{ question: 'required-legend', readings: ['x-forbidden'] }]
    : [];
}

function common(id: string, title: Bilingual, expects: Bilingual, role: Role) {
  return { id, title, expects, level: 'documented', needs: 'cancelled-order', order: 1, role } as const;
}

import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { fieldsOf, orderFields, orderOf } from '../order-fields.ts';
import { type NamesReading, unwrap } from '../reading.ts';
import { answering, failed, join, passed, show } from '../verdicts.ts';
import { statusFields } from './bodies.ts';

/** Whether the server took the contract's reading of the page, once it is known. */
export function readingCases(contract: Contract): Case[] {
  return [namesCase(contract), envelopeCase(contract), ...orderCodeCases(contract)];
}

/** What another reading of the names shows, and the answer to the ledger's question that it is. */
const OTHER_NAMES: Record<
  Exclude<NamesReading, 'table'>,
  { what: Bilingual; answers: Record<string, string> }
> = {
  curl: {
    what: bilingual(
      "only the names of the page's cURL, ax_order_status and channel_order_status, cancel an order (question body-field-names)",
      '문서 cURL의 이름인 ax_order_status, channel_order_status로만 주문이 취소됩니다 (질문 body-field-names)',
    ),
    answers: { 'body-field-names': 'curl-names' },
  },
  both: {
    what: bilingual(
      'an order is cancelled only with both pairs of names (question body-field-names)',
      '두 벌의 이름을 모두 보내야 주문이 취소됩니다 (질문 body-field-names)',
    ),
    answers: { 'body-field-names': 'curl-names' },
  },
  'channel-status-alone': {
    what: bilingual(
      'an order is cancelled only without ax_status, as in a later version of the page (question superseded-version)',
      '이후 버전의 문서처럼 ax_status가 없어야 주문이 취소됩니다 (질문 superseded-version)',
    ),
    answers: { 'superseded-version': 'version-57' },
  },
};

function namesCase(contract: Contract): Case {
  const names = statusFields(contract).map(({ name }) => `\`${name}\``);
  // Version 53 of the page has two statuses, a later one a single one.
  const version = names.length > 1 ? 'version-53' : 'version-57';
  return reading(
    'reading.body-names',
    bilingual("The server reads the contract's field names", '서버는 명세의 필드 이름을 읽는다'),
    bilingual(names.join(' and '), names.join(', ')),
    ({ established, reading: { names: found } }) => {
      if (found === 'table') return answering(passed(), { 'superseded-version': version });
      const [first] = established?.before ?? [];
      const came =
        first === undefined
          ? bilingual('nothing', '없음')
          : bilingual(show(first.response), show(first.response));
      const { what, answers } = OTHER_NAMES[found];
      const own = bilingual("to the contract's names came", '명세의 이름에 대한 응답');
      return answering(failed(join(what, join(own, came))), answers);
    },
  );
}

function envelopeCase(contract: Contract): Case {
  const { orderPointer } = contract.success;
  const bare = orderPointer === '';
  return reading(
    'reading.envelope',
    bare
      ? bilingual('A success is a bare object', '성공 응답은 감싸지 않은 객체이다')
      : bilingual('A success has the order in its envelope', '성공 응답은 주문을 감싸고 있다'),
    bare
      ? bilingual("the order's fields at the top level", '최상위의 주문 필드')
      : bilingual(`the order at ${orderPointer}`, `${orderPointer} 위치의 주문`),
    ({ established }) => {
      const body = established?.response.json;
      const { enveloped } = unwrap(body);
      const flat = !enveloped && 'status_code' in fieldsOf(body);
      const answers = { 'response-envelope': enveloped ? 'enveloped' : flat ? 'flat' : 'bare' };
      if (bare && enveloped) {
        return answering(
          failed(
            bilingual(
              'a success is wrapped in {"status_code", "data"} (question response-envelope)',
              '성공 응답이 {"status_code", "data"}로 감싸여 있습니다 (질문 response-envelope)',
            ),
          ),
          answers,
        );
      }
      if (Object.keys(orderOf(contract, body)).length > 0) return answering(passed(), answers);
      return answering(
        failed(
          bilingual(
            `a success has no order at ${orderPointer} (question response-envelope)`,
            `성공 응답의 ${orderPointer}에 주문이 없습니다 (질문 response-envelope)`,
          ),
        ),
        answers,
      );
    },
  );
}

/** Whose code a field of the order is, as the page names them. */
const CODE_READINGS: Readonly<Record<string, string>> = {
  ax_order_code: 'ax-code',
  channel_order_code: 'channel-code',
};

/** The reading in which the path holds the code that this field of the order has; none for another field. */
export function codeReading(field: string | undefined): Record<string, string> {
  const own = CODE_READINGS[field ?? ''];
  return own === undefined ? {} : { 'order-code-in-path': own };
}

/** None where no field of the order repeats the code in the path. */
function orderCodeCases(contract: Contract): Case[] {
  const { code, channelCode } = orderFields(contract);
  if (code === undefined) return [];
  return [
    reading(
      'reading.order-code',
      bilingual('The path holds the code that the contract says', '경로에는 명세의 주문 코드가 온다'),
      bilingual(`the code in the path comes back as ${code}`, `경로의 코드가 ${code}로 돌아옴`),
      ({ reading: { pathCode } }) =>
        pathCode === 'ax'
          ? answering(passed(), codeReading(code))
          : answering(
              failed(
                bilingual(
                  `the code in the path comes back as ${channelCode} (question order-code-in-path)`,
                  `경로의 코드가 ${channelCode}로 돌아옵니다 (질문 order-code-in-path)`,
                ),
              ),
              codeReading(channelCode),
            ),
    ),
  ];
}

function reading(
  id: string,
  title: Bilingual,
  expects: Bilingual,
  run: (context: CaseContext) => Verdict,
): Case {
  return {
    id,
    title,
    expects,
    needs: 'cancelled-order',
    role: 'reading',
    run: async (context) => run(context),
  };
}

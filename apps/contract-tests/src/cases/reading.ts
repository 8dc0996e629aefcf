import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { answering, failed, join, passed, show } from '../verdicts.ts';
import { statusesOf } from './answer-fields.ts';

/** Whether the server took the contract's reading of the page, once it is known. */
export function readingCases(): Case[] {
  return [
    reading(
      'reading.body-names',
      bilingual("The server reads the table's field names", '서버는 표의 필드 이름을 읽는다'),
      bilingual('`ax_status` and `channel_status`', '`ax_status`와 `channel_status`'),
      ({ established, reading: { names } }) => {
        if (names === 'table') return answering(passed(), { 'superseded-version': 'version-53' });
        const what = {
          curl: bilingual(
            "only the names of the page's cURL, ax_order_status and channel_order_status, cancel an order (question body-field-names). In the contract rename the two properties of CancelRequest, and the request's side of x-echoes",
            '문서 cURL의 이름인 ax_order_status, channel_order_status로만 주문이 취소됩니다 (질문 body-field-names). 계약에서 CancelRequest의 두 속성과 x-echoes의 요청 쪽 이름을 바꾸십시오',
          ),
          both: bilingual(
            'an order is cancelled only with both pairs of names (question body-field-names). In the contract add ax_order_status and channel_order_status to CancelRequest as required',
            '두 벌의 이름을 모두 보내야 주문이 취소됩니다 (질문 body-field-names). 계약의 CancelRequest에 ax_order_status, channel_order_status를 필수로 추가하십시오',
          ),
          'channel-status-alone': bilingual(
            'an order is cancelled only without ax_status, as a later version of the page has it (question superseded-version). In the contract remove ax_status from CancelRequest',
            '이후 버전의 문서처럼 ax_status가 없어야 주문이 취소됩니다 (질문 superseded-version). 계약의 CancelRequest에서 ax_status를 제거하십시오',
          ),
        }[names];
        const [first] = established?.before ?? [];
        const came =
          first === undefined
            ? bilingual('nothing', '없음')
            : bilingual(show(first.answer), show(first.answer));
        const verdict = failed(
          join(what, join(bilingual("to the table's names came", '표의 이름에 대한 응답'), came)),
        );
        return answering(
          verdict,
          names === 'channel-status-alone'
            ? { 'superseded-version': 'version-57' }
            : { 'body-field-names': 'curl-names' },
        );
      },
    ),
    reading(
      'reading.envelope',
      bilingual('A success is a bare object', '성공 응답은 감싸지 않은 객체이다'),
      bilingual('the four fields at the top level', '최상위의 네 필드'),
      ({ established, reading: { enveloped } }) => {
        const flat = 'status_code' in statusesOf(established?.answer.json);
        if (!enveloped) return answering(passed(), { 'response-envelope': flat ? 'flat' : 'bare' });
        return answering(
          failed(
            bilingual(
              'a success is wrapped in {"status_code", "data"} (question response-envelope). In the contract wrap CancelledOrder so, and put /data before the fields of x-echoes',
              '성공 응답이 {"status_code", "data"}로 감싸여 있습니다 (질문 response-envelope). 계약에서 CancelledOrder를 그렇게 감싸고 x-echoes의 필드 앞에 /data를 붙이십시오',
            ),
          ),
          { 'response-envelope': 'enveloped' },
        );
      },
    ),
    reading(
      'reading.order-code',
      bilingual('The path holds the AX order code', '경로에는 AX 주문 코드가 온다'),
      bilingual('the code in the path comes back as ax_order_code', '경로의 코드가 ax_order_code로 돌아옴'),
      ({ reading: { pathCode } }) =>
        pathCode === 'ax'
          ? answering(passed(), { 'order-code-in-path': 'ax-code' })
          : answering(
              failed(
                bilingual(
                  "the code in the path comes back as channel_order_code: the path holds the channel's code (question order-code-in-path). In the contract rename the path parameter, and its side of x-echoes",
                  '경로의 코드가 channel_order_code로 돌아옵니다. 경로에 채널의 주문 코드가 옵니다 (질문 order-code-in-path). 계약에서 경로 파라미터와 x-echoes의 해당 이름을 바꾸십시오',
                ),
              ),
              { 'order-code-in-path': 'channel-code' },
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
  return { id, title, expects, needs: 'cancelled-order', run: async (context) => run(context) };
}

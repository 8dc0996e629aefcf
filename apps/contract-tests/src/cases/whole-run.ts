import { type Bilingual, bilingual, joinAll, same } from '../bilingual.ts';
import type { Case, CaseContext } from './case.ts';
import {
  channelCodes,
  headersByStatus,
  responsesOf,
  summarizeDurations,
  texts,
  writing,
} from './response-statistics.ts';
import type { Verdict } from './verdict.ts';
import { failed, observed, passed, saying } from './verdicts.ts';

/** Cases about all responses of a run. They come last and send nothing. */
export function wholeRunCases(): Case[] {
  return [
    look(
      'answers.texts',
      bilingual('The error texts are those of the page', '오류 문구가 문서와 같다'),
      bilingual(
        "the page's texts, which may change with the server's version",
        '문서의 문구. 서버 버전에 따라 바뀔 수 있음',
      ),
      ({ contract, exchanges }) => {
        const others = texts(contract, exchanges);
        const list = others.join('; ');
        return others.length === 0
          ? passed()
          : observed(bilingual(`the text differs from the page's: ${list}`, `문구가 문서와 다름: ${list}`));
      },
      ['error-403-text', 'error-404-text'],
      ['error-body-quotes'],
    ),
    look(
      'answers.additional-fields',
      bilingual('No response has fields that the contract does not name', '응답에 명세에 없는 필드가 없다'),
      bilingual('the fields of the contract; others are tolerated', '명세의 필드. 다른 필드는 허용됨'),
      ({ contract, check, exchanges }) => {
        const own = exchanges.filter(({ request }) => request.method === contract.method);
        const fields = responsesOf(own).flatMap((response) =>
          check.additionalFields(response).map((name) => `${name} (${response.status})`),
        );
        const list = [...new Set(fields)].join(', ');
        return list === '' ? passed() : observed(bilingual(`further fields: ${list}`, `추가 필드: ${list}`));
      },
      ['example-bare'],
      ['additional-response-fields'],
    ),
    look(
      'answers.headers',
      bilingual('Which headers the responses have', '응답에 있는 헤더'),
      bilingual('recorded', '기록만 함'),
      ({ exchanges }) => {
        const headers = headersByStatus(responsesOf(exchanges));
        const named = /(^|\s)(x-)?(request|correlation|trace)-id\b|\btraceparent\b/.test(headers);
        const text = headers === '' ? 'none' : headers;
        const seen = observed(same(text));
        // A request id in a header may help support. The lack of one is not evidence.
        return named
          ? saying(seen, [{ question: 'support-and-request-id', readings: ['by-request-id'] }])
          : seen;
      },
      [],
      ['support-and-request-id'],
    ),
    look(
      'answers.channel-codes',
      bilingual("Each order has a channel's code of its own", '주문마다 고유한 채널 주문 코드가 있다'),
      bilingual(
        'one each, not empty and always the same; several AX orders may belong to one order of the channel',
        '주문마다 하나, 비어 있지 않고 항상 같음. 여러 AX 주문이 한 채널 주문에 속할 수 있음',
      ),
      ({ contract, exchanges }) => {
        const { unusual, changing } = channelCodes(contract, exchanges);
        if (changing)
          return failed(bilingual('one order has several', '한 주문의 코드가 여러 개입니다'), ...unusual);
        return unusual.length === 0 ? passed() : observed(joinAll(unusual, '; '));
      },
      ['response-channel-order-code', 'response-channel-order-code-meaning'],
      [],
    ),
    look(
      'answers.writing',
      bilingual(
        'JSON is written compactly, in UTF-8 without escapes',
        'JSON은 공백 없이, 이스케이프 없는 UTF-8로 쓴다',
      ),
      bilingual('any JSON; its formatting is free', '올바른 JSON이면 됨'),
      ({ exchanges }) => {
        const found = writing(responsesOf(exchanges));
        return found.length === 0 ? passed() : observed(joinAll(found, '; '));
      },
      [],
      ['charset'],
    ),
    look(
      'answers.duration',
      bilingual('How long the responses take', '응답 시간'),
      bilingual(
        'recorded; a response slower than AX_TIMEOUT_MS fails its own case',
        '기록만 함. AX_TIMEOUT_MS를 넘는 응답은 해당 케이스가 실패함',
      ),
      ({ exchanges, lost }) => {
        const { p50, p95, max } = summarizeDurations(exchanges.map(({ durationMs }) => durationMs));
        const again =
          lost === 0
            ? ['', '']
            : [
                `; ${lost} requests got no response and were sent again`,
                `; 응답이 없어 다시 보낸 요청 ${lost}건`,
              ];
        return observed(
          bilingual(
            `half within ${p50} ms, 95 % within ${p95} ms, the slowest ${max} ms${again[0]}`,
            `절반은 ${p50} ms, 95 %는 ${p95} ms 이내, 최대 ${max} ms${again[1]}`,
          ),
        );
      },
      [],
      ['limits'],
    ),
  ];
}

/** A case that looks at the whole run. */
function look(
  id: string,
  title: Bilingual,
  expects: Bilingual,
  judge: (context: CaseContext) => Verdict,
  proves: string[],
  asks: string[],
): Case {
  return {
    id,
    title,
    expects,
    level: 'open',
    needs: 'run',
    proves,
    asks,
    run: async (context) => judge(context),
  };
}

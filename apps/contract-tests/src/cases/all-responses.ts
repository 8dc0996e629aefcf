import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { observed, passed } from '../verdicts.ts';
import {
  channelCodes,
  headersByStatus,
  responsesOf,
  summarizeDurations,
  texts,
  writing,
} from './response-statistics.ts';

/** What shows only in all the responses of a run together. They run last and send nothing. */
export function responseCases(): Case[] {
  return [
    {
      id: 'answers.texts',
      title: bilingual('The error texts are those of the page', '오류 문구가 문서와 같다'),
      expects: bilingual(
        "the page's texts, which may change with the server's version",
        '문서의 문구. 서버 버전에 따라 바뀔 수 있음',
      ),
      needs: 'answers',
      async run({ contract, exchanges }) {
        const others = texts(contract, exchanges);
        if (others.length === 0) return passed();
        const list = others.join('; ');
        return observed(bilingual(`other texts: ${list}`, `다른 문구: ${list}`));
      },
    },
    {
      id: 'answers.additional-fields',
      title: bilingual(
        'No response has fields that the contract does not name',
        '응답에 명세에 없는 필드가 없다',
      ),
      expects: bilingual(
        'the fields of the contract; others are tolerated',
        '명세의 필드. 다른 필드는 허용됨',
      ),
      needs: 'answers',
      async run({ contract, check, exchanges }) {
        const own = exchanges.filter(({ request }) => request.method === contract.method);
        const fields = responsesOf(own).flatMap((response) =>
          check.additionalFields(response).map((name) => `${name} (${response.status})`),
        );
        if (fields.length === 0) return passed();
        const list = [...new Set(fields)].join(', ');
        return observed(bilingual(`further fields: ${list}`, `추가 필드: ${list}`));
      },
    },
    {
      id: 'answers.headers',
      title: bilingual('Which headers the responses have', '응답에 있는 헤더'),
      expects: bilingual('written down', '기록만 함'),
      needs: 'answers',
      async run({ exchanges }) {
        const headers = headersByStatus(responsesOf(exchanges));
        const request = /(^|\s)(x-)?(request|correlation|trace)-id\b|\btraceparent\b/.test(headers);
        const text = headers === '' ? 'none' : headers;
        return observed(bilingual(text, text), {
          'support-and-request-id': request ? 'by-request-id' : 'by-order-code',
        });
      },
    },
    {
      id: 'answers.channel-codes',
      title: bilingual("Each order has a channel's code of its own", '주문마다 고유한 채널 주문 코드가 있다'),
      expects: bilingual(
        'one each, not empty; several AX orders may belong to one order of the channel',
        '주문마다 하나, 비어 있지 않음. 여러 AX 주문이 한 채널 주문에 속할 수 있음',
      ),
      needs: 'answers',
      async run({ contract, exchanges }) {
        const found = channelCodes(contract, exchanges);
        return found.length === 0 ? passed() : observed(joined(found));
      },
    },
    {
      id: 'answers.writing',
      title: bilingual(
        'JSON is written compactly, in UTF-8 without escapes',
        'JSON은 공백 없이, 이스케이프 없는 UTF-8로 쓴다',
      ),
      expects: bilingual("any JSON; how it is written is the server's business", '올바른 JSON 이면 됨'),
      needs: 'answers',
      async run({ exchanges }) {
        const found = writing(responsesOf(exchanges));
        return found.length === 0 ? passed() : observed(joined(found));
      },
    },
    {
      id: 'answers.duration',
      title: bilingual('How long the responses take', '응답 시간'),
      expects: bilingual(
        'written down; a response slower than AX_TIMEOUT_MS fails its own case',
        '기록만 함. AX_TIMEOUT_MS를 넘는 응답은 해당 케이스가 실패함',
      ),
      needs: 'answers',
      async run({ exchanges }) {
        const { p50, p95, max } = summarizeDurations(exchanges.map(({ durationMs }) => durationMs));
        const limited = responsesOf(exchanges).some(({ status }) => status === 429);
        return observed(
          bilingual(
            `half within ${p50} ms, 95 % within ${p95} ms, the slowest ${max} ms${limited ? '; 429 came' : ''}`,
            `절반은 ${p50} ms, 95 %는 ${p95} ms 이내, 최대 ${max} ms${limited ? '; 429 응답이 있었음' : ''}`,
          ),
          limited ? { limits: 'limited' } : {},
        );
      },
    },
  ];
}

function joined(remarks: readonly Bilingual[]): Bilingual {
  return bilingual(remarks.map(({ en }) => en).join('; '), remarks.map(({ ko }) => ko).join('; '));
}

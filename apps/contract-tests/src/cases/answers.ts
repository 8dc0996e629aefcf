import type { Contract } from '@ax-cloud/channel-spec/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, Exchange } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { observed, passed } from '../verdicts.ts';
import { statusesOf } from './answer-fields.ts';

/** Headers that every HTTP answer has, or that say only how it travelled. */
const PLAIN_HEADERS = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/** What shows only in all the answers of a run together. They run last and send nothing. */
export function answerCases(): Case[] {
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
        'No answer has fields that the contract does not name',
        '응답에 계약에 없는 필드가 없다',
      ),
      expects: bilingual(
        'the fields of the contract; others are tolerated',
        '계약의 필드. 다른 필드는 허용됨',
      ),
      needs: 'answers',
      async run({ contract, check, exchanges }) {
        const own = exchanges.filter(({ request }) => request.method === contract.method);
        const fields = answersOf(own).flatMap((answer) =>
          check.additionalFields(answer).map((name) => `${name} (${answer.status})`),
        );
        if (fields.length === 0) return passed();
        const list = [...new Set(fields)].join(', ');
        return observed(bilingual(`further fields: ${list}`, `추가 필드: ${list}`));
      },
    },
    {
      id: 'answers.headers',
      title: bilingual('Which headers the answers have', '응답에 있는 헤더'),
      expects: bilingual('written down', '기록만 함'),
      needs: 'answers',
      async run({ exchanges }) {
        const headers = headersByStatus(answersOf(exchanges));
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
      async run({ exchanges }) {
        const odd = channelCodes(exchanges);
        return odd.length === 0 ? passed() : observed(joined(odd));
      },
    },
    {
      id: 'answers.writing',
      title: bilingual(
        'JSON is written compactly, in UTF-8 without escapes',
        'JSON 은 공백 없이, 이스케이프 없는 UTF-8 로 쓴다',
      ),
      expects: bilingual("any JSON; how it is written is the server's business", '올바른 JSON 이면 됨'),
      needs: 'answers',
      async run({ exchanges }) {
        const odd = writing(answersOf(exchanges));
        return odd.length === 0 ? passed() : observed(joined(odd));
      },
    },
    {
      id: 'answers.duration',
      title: bilingual('How long the answers take', '응답 시간'),
      expects: bilingual(
        'written down; an answer slower than AX_TIMEOUT_MS fails its own case',
        '기록만 함. AX_TIMEOUT_MS 를 넘는 응답은 해당 케이스가 실패함',
      ),
      needs: 'answers',
      async run({ exchanges }) {
        const { p50, p95, max } = summarizeDurations(exchanges.map(({ durationMs }) => durationMs));
        const limited = answersOf(exchanges).some(({ status }) => status === 429);
        return observed(
          bilingual(
            `half within ${p50} ms, 95 % within ${p95} ms, the slowest ${max} ms${limited ? '; 429 came' : ''}`,
            `절반은 ${p50} ms, 95 % 는 ${p95} ms 이내, 최대 ${max} ms${limited ? '; 429 응답이 있었음' : ''}`,
          ),
          limited ? { limits: 'limited' } : {},
        );
      },
    },
  ];
}

/** The median, the 95th percentile and the greatest of some durations, in whole milliseconds. */
export function summarizeDurations(durations: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function answersOf(exchanges: readonly Exchange[]): Answer[] {
  return exchanges.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
}

/** The `detail`s of documented errors that are none of the contract's examples. */
function texts({ responses }: Contract, exchanges: readonly Exchange[]): string[] {
  const found = answersOf(exchanges).flatMap(({ status, json }) => {
    const response = responses.find((one) => one.status === status && !one.inferred && status >= 400);
    const detail = detailOf(json);
    if (response === undefined || detail === undefined) return [];
    const known = Object.values(response.examples).map(({ value }) => detailOf(value));
    return known.includes(detail) ? [] : [`${status} ${JSON.stringify(detail)}`];
  });
  return [...new Set(found)];
}

function detailOf(body: unknown): string | undefined {
  const { detail } = (typeof body === 'object' && body !== null ? body : {}) as { detail?: unknown };
  return typeof detail === 'string' ? detail : undefined;
}

/** A header with more values than these has another one in every answer. */
const MOST_VALUES = 3;

/** Its value is the business of the server and one visitor. */
const VALUE_HIDDEN = ['set-cookie', 'etag', 'date'];

/** `200, 404: vary: Accept; 405: allow: PATCH` – each set of statuses with the headers that only they have. */
function headersByStatus(answers: readonly Answer[]): string {
  const seen = new Map<string, { statuses: Set<number>; values: Set<string> }>();
  for (const { status, headers } of answers) {
    for (const [name, value] of Object.entries(headers).filter(([one]) => !PLAIN_HEADERS.includes(one))) {
      const entry = seen.get(name) ?? { statuses: new Set(), values: new Set() };
      seen.set(name, { statuses: entry.statuses.add(status), values: entry.values.add(value) });
    }
  }
  const groups = new Map<string, string[]>();
  for (const [name, { statuses, values }] of seen) {
    const telling = values.size <= MOST_VALUES && !VALUE_HIDDEN.includes(name);
    const shown = telling ? `${name}: ${[...values].sort().join(' | ')}` : name;
    const key = [...statuses].sort((one, other) => one - other).join(', ');
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  return [...groups].map(([statuses, names]) => `[${statuses}] ${names.sort().join(', ')}`).join('; ');
}

/** How the server writes JSON, where it is not as compact, unescaped UTF-8. */
function writing(answers: readonly Answer[]): Bilingual[] {
  const json = answers.filter(({ json: value }) => typeof value === 'object' && value !== null);
  const spaced = json.some(({ text }) =>
    /^\s|^[{[]\s|":\s|,\s"/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""')),
  );
  const escaped = json.some(({ text }) => /\\u(1[1-9a-f]|3[01]|a[c-f]|[b-d])[0-9a-f]{2,3}/i.test(text));
  return [
    ...(spaced ? [bilingual('with white space', '공백 포함')] : []),
    ...(escaped ? [bilingual('with Hangul as \\u escapes', '한글을 \\u 이스케이프로 표기')] : []),
  ];
}

/** What is odd about the channel's codes in successes: empty, the AX code, one for two orders, or two for one. */
function channelCodes(exchanges: readonly Exchange[]): Bilingual[] {
  const pairs = answersOf(exchanges)
    .filter(({ status }) => status === 200)
    .map(({ json }) => statusesOf(json))
    .flatMap(({ ax_order_code: ax, channel_order_code: channel }) =>
      typeof ax === 'string' && typeof channel === 'string' ? [{ ax, channel }] : [],
    );
  const orders = new Set(pairs.map(({ ax }) => ax));
  const channels = new Set(pairs.map(({ channel }) => channel));
  const links = new Set(pairs.map(({ ax, channel }) => JSON.stringify([ax, channel])));
  return [
    ...(channels.has('') ? [bilingual('one is empty', '빈 코드가 있음')] : []),
    ...(pairs.some(({ ax, channel }) => ax === channel)
      ? [bilingual('one is the AX code', 'AX 코드와 같은 코드가 있음')]
      : []),
    ...(channels.size < orders.size
      ? [bilingual('several orders share one', '여러 주문의 코드가 같음')]
      : []),
    ...(links.size > orders.size ? [bilingual('one order has several', '한 주문의 코드가 여러 개')] : []),
  ];
}

function joined(remarks: readonly Bilingual[]): Bilingual {
  return bilingual(remarks.map(({ en }) => en).join('; '), remarks.map(({ ko }) => ko).join('; '));
}

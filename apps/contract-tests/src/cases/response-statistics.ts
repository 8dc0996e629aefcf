import type { Contract } from '@ax-cloud/contract/contract';
import { orderFields, orderOf } from '@ax-cloud/contract/order-fields';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Exchange, HttpResponse } from '../http/message.ts';
import { detailOf } from '../http/response.ts';

/** Headers that every HTTP response has, or that are about the connection only. */
const PLAIN_HEADERS = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/** The median, the 95th percentile and the greatest of some durations, in whole milliseconds. */
export function summarizeDurations(durations: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** The responses of exchanges, without those that never came. */
export function responsesOf(exchanges: readonly Exchange[]): HttpResponse[] {
  return exchanges.flatMap(({ response }) => (response === undefined ? [] : [response]));
}

/** The `detail`s of documented errors that differ from all of the contract's examples. */
export function texts({ responses }: Contract, exchanges: readonly Exchange[]): string[] {
  const found = responsesOf(exchanges).flatMap(({ status, json }) => {
    const response = responses.find((one) => one.status === status && !one.inferred && status >= 400);
    const detail = detailOf(json);
    if (response === undefined || detail === undefined) return [];
    const known = Object.values(response.examples).map(({ value }) => detailOf(value));
    return known.includes(detail) ? [] : [`${status} ${JSON.stringify(detail)}`];
  });
  return [...new Set(found)];
}

/** A header with more values than this changes with every response; its values are not shown. */
const MOST_VALUES = 3;

/** Session-specific values, not reported. */
const VALUE_HIDDEN = ['set-cookie', 'etag', 'date'];

/** `200, 404: vary: Accept; 405: allow: PATCH` – each set of statuses with the headers that only they have. */
export function headersByStatus(responses: readonly HttpResponse[]): string {
  const seen = new Map<string, { statuses: Set<number>; values: Set<string> }>();
  for (const { status, headers } of responses) {
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

/** How the server's JSON differs from compact, unescaped UTF-8. */
export function writing(responses: readonly HttpResponse[]): Bilingual[] {
  const json = responses.filter(({ json: value }) => typeof value === 'object' && value !== null);
  const spaced = json.some(({ text }) =>
    /^\s|^[{[]\s|":\s|,\s"/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""')),
  );
  const escaped = json.some(({ text }) => /\\u(1[1-9a-f]|3[01]|a[c-f]|[b-d])[0-9a-f]{2,3}/i.test(text));
  return [
    ...(spaced ? [bilingual('with white space', '공백 포함')] : []),
    ...(escaped ? [bilingual('with Hangul as \\u escapes', '한글을 \\u 이스케이프로 표기')] : []),
  ];
}

/** What is unusual about the channel's codes in successes: empty, the AX code, one for two orders, or two for one order. */
export function channelCodes(
  contract: Contract,
  exchanges: readonly Exchange[],
): { unusual: Bilingual[]; changing: boolean } {
  const { channelCode = '' } = orderFields(contract);
  const pairs = exchanges.flatMap(({ request, response }) => {
    const channel = orderOf(contract, response?.json)[channelCode];
    const isSuccess = response?.status === contract.success.status && request.method === contract.method;
    // The code that was sent: the one in the response may be wrong.
    return isSuccess && typeof channel === 'string'
      ? [{ ax: request.path.split('?', 1)[0] ?? '', channel }]
      : [];
  });
  const orders = new Set(pairs.map(({ ax }) => ax));
  const channels = new Set(pairs.map(({ channel }) => channel));
  const links = new Set(pairs.map(({ ax, channel }) => JSON.stringify([ax, channel])));
  const unusual = [
    ...(channels.has('') ? [bilingual('one is empty', '빈 코드가 있음')] : []),
    ...(pairs.some(({ ax, channel }) => channel !== '' && ax.endsWith(`/${channel}`))
      ? [bilingual('one is the AX code', 'AX 코드와 같은 코드가 있음')]
      : []),
    ...(channels.size < orders.size
      ? [bilingual('several orders share one', '여러 주문의 코드가 같음')]
      : []),
  ];
  return { unusual, changing: links.size > orders.size };
}

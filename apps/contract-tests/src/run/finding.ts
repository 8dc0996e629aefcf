import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import { type Bilingual, bilingual, join, same } from '../bilingual.ts';
import type { Finding, Verdict } from '../cases/verdict.ts';
import { failed } from '../cases/verdicts.ts';
import { type Exchange, type NoResponse, type NoResponseReason, wasSent } from '../http/message.ts';
import { recordExchange } from '../http/record.ts';
import { show } from '../http/response.ts';
import type { Settings } from '../settings.ts';
import type { Recorder } from './state.ts';

/** Makes the function that turns a verdict and the recorded exchanges into a finding. */
export function createFindingOf(
  settings: Settings,
  readings: Readings,
  mask: (text: string) => string,
): (verdict: Verdict, recorder: Pick<Recorder, 'exchanges' | 'problems' | 'offending'>) => Finding {
  return (verdict, { exchanges, problems, offending }) => {
    const sent = exchanges.filter(wasSent);
    const named = sent.find(({ response }) => response !== undefined && response === verdict.telling);
    const telling = sent.find((one) => one === offending) ?? named ?? sent.at(-1);
    const actual = telling?.response === undefined ? (telling?.failure ?? null) : show(telling.response);
    const broken = problems.length > 0;
    const own = broken && verdict.outcome !== 'failed' ? [] : withReading(verdict, readings);
    return {
      outcome: broken ? 'failed' : verdict.outcome,
      remarks: unique([...problems, ...own]).map(({ en, ko }) => bilingual(mask(en), mask(ko))),
      evidence: verdict.evidence,
      ...(verdict.assumesOrder && !broken ? { assumesOrder: true } : {}),
      actual: actual === null ? null : mask(actual),
      exchange:
        telling === undefined ? null : recordExchange(telling, before(telling, exchanges), settings, mask),
      durationsMs: exchanges.map(({ durationMs }) => Math.round(durationMs * 10) / 10),
    };
  };
}

/** Adds to a failure's causes the other reading that it shows, unless they name it already. */
function withReading({ outcome, remarks, evidence }: Verdict, readings: Readings): readonly Bilingual[] {
  const other = evidence.find(
    ({ question, readings: [reading, ...more] }) =>
      more.length === 0 && reading !== undefined && reading !== readings.taken(question),
  );
  const isNamed = remarks.some(({ en }) => en.includes(`question ${other?.question}`));
  if (outcome !== 'failed' || other === undefined || isNamed) return remarks;
  const text = readings.text(other.question, other.readings[0] ?? '');
  const which = bilingual(
    `another reading of the page has this response (question ${other.question})`,
    `문서의 다른 해석과 같습니다 (질문 ${other.question})`,
  );
  return [...remarks, join(which, text)];
}

/** The earlier exchanges on the same connection. */
function before({ request: { connection } }: Exchange, own: readonly Exchange[]): readonly Exchange[] {
  if (connection === undefined) return [];
  return own.filter(({ request }) => request.connection === connection).slice(0, -1);
}

function unique(remarks: readonly Bilingual[]): Bilingual[] {
  return [...new Map(remarks.map((remark) => [remark.en, remark])).values()];
}

const CAUSES: Readonly<Record<NoResponseReason, Bilingual>> = {
  'not-sent': bilingual('the server cannot be reached', '서버에 연결할 수 없습니다'),
  'too-slow': bilingual('the server is too slow, or hangs', '서버가 너무 느리거나 응답하지 않습니다'),
  'too-large': bilingual('the response is too large', '응답이 너무 큽니다'),
  'cut-off': bilingual('the response ends in the middle', '응답이 중간에서 끊겼습니다'),
  failed: bilingual(
    'the server closed the connection or sent malformed HTTP',
    '서버가 연결을 끊었거나 HTTP가 아닌 응답을 보냈습니다',
  ),
};

/** The verdict on a request that got no complete response. */
export function noResponse({ reason, message }: NoResponse): Verdict {
  return failed(join(CAUSES[reason], same(message)));
}

const UNKNOWN_ORDER = bilingual(
  "unknown: the response is about the key or the order code, and no cancel has shown that the order is the channel's",
  '알 수 없음: API Key 또는 주문 코드에 대한 응답인데, 이 채널의 주문인지 취소로 확인되지 않았습니다',
);

/** A finding on an order that no cancel has shown to be open, or the channel's. */
export function unproven(finding: Finding): Finding {
  const open: Finding = { ...finding, evidence: [] };
  return finding.assumesOrder === true ? { ...open, outcome: 'observed', remarks: [UNKNOWN_ORDER] } : open;
}

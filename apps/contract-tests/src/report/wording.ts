import type {
  Report,
  ReportedCase,
  ReportedEvidence,
  ReportedExchange,
  ReportedQuestion,
} from '@ax-cloud/contract/report';
import { type Bilingual, bilingual } from '../bilingual.ts';

/** The names of the outcomes for a reader. */
export const OUTCOME_NAMES: Record<ReportedCase['outcome'], Bilingual> = {
  passed: bilingual('passed', '통과'),
  failed: bilingual('failed', '실패'),
  observed: bilingual('observed', '관찰'),
  skipped: bilingual('skipped', '건너뜀'),
  'not run': bilingual('not run', '실행 안 됨'),
  error: bilingual('error of the suite', '테스트 자체의 오류'),
};

/** The names of the levels for a reader. */
export const LEVEL_NAMES: Record<ReportedCase['level'], Bilingual> = {
  documented: bilingual('documented', '명시'),
  inferred: bilingual('inferred', '추정'),
  open: bilingual('open', '미확인'),
};

/** The states of an answer, the most important first. */
export const STATE_NAMES: Record<ReportedQuestion['state'], Bilingual> = {
  differs: bilingual('differs from the contract', '명세와 다름'),
  mixed: bilingual('mixed: its responses contradict each other', '엇갈림: 서버의 응답이 서로 맞지 않음'),
  undecided: bilingual(
    'undecided: its responses allow several readings',
    '미결: 서버의 응답이 여러 해석을 허용함',
  ),
  agrees: bilingual('as the contract has it', '명세와 같음'),
  unknown: bilingual('unknown: this run does not tell', '알 수 없음: 이 실행으로는 확인되지 않음'),
};

/** The headings that the reports share, and the names of the verdicts. */
export const HEADINGS = {
  failures: bilingual('What failed', '실패한 항목'),
  questions: bilingual('Open questions', '미해결 질문에 대한 답'),
  expected: bilingual('expected', '기대'),
  response: bilingual('response', '응답'),
  cause: bilingual('cause', '원인'),
  request: bilingual('request', '요청'),
  contract: bilingual('contract', '명세'),
  server: bilingual('this server', '이 서버'),
  same: bilingual('same cause', '같은 원인'),
  passed: bilingual('passed', '통과'),
  failed: bilingual('failed', '실패'),
  incomplete: bilingual('incomplete', '미완료'),
  'could not run': bilingual('could not run', '실행 불가'),
} as const;

/** The names for what became of the orders. */
const ORDERS: readonly [keyof Report['orders'], en: string, ko: string][] = [
  ['cancelled', 'cancelled', '취소함'],
  ['alreadyCancelled', 'already cancelled', '이미 취소되어 있음'],
  ['refused', 'refused', '거부됨'],
  ['unknown', 'unknown', '알 수 없음'],
  ['open', 'still open', '취소되지 않음'],
  ['untouched', 'untouched', '사용하지 않음'],
];

/** Failures with the same cause. */
export type CauseGroup = [first: ReportedCase, ...others: ReportedCase[]];

/** Groups the failures of a report by cause, ignoring what was sent, so that one fault is reported once. */
export function failuresByCause({ cases }: Report): CauseGroup[] {
  const groups = new Map<string, CauseGroup>();
  for (const one of cases.filter(({ outcome }) => outcome === 'failed' || outcome === 'error')) {
    const cause = one.remarks.map(({ en }) => en.replace(/^[^:]*: /, '')).join('\n');
    groups.set(cause, [...(groups.get(cause) ?? []), one] as CauseGroup);
  }
  return [...groups.values()];
}

/** The answers that a reader has to act on: those that differ from the contract, and those whose evidence is contradictory. */
export function remarkable({ questions }: Report): ReportedQuestion[] {
  return questions.filter(({ state }) => state === 'differs' || state === 'mixed');
}

/** The evidence that a short report shows: the strongest piece, or one for each side if the evidence is contradictory. */
export function telling({ state, evidence }: ReportedQuestion): ReportedEvidence[] {
  const sides = new Map(evidence.toReversed().map((one) => [one.says.en, one]));
  return state === 'mixed' ? [...sides.values()].reverse() : evidence.slice(0, 1);
}

/** A request in one line. */
export function requestLine({ request: { method, url, body } }: ReportedExchange): string {
  const line = `${method} ${url} ${body ?? ''}`.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 240)}…` : line;
}

/** The figures of a run: requests, durations, orders, statements and questions. */
export function figures({ summary, statements, questions, orders }: Report): Bilingual {
  const { requests, lost, seconds, durationsMs } = summary;
  const { p50, p95, max } = durationsMs;
  const exercised = statements.filter((one) => one.exercised).length;
  const count = (one: ReportedQuestion['state']) => questions.filter(({ state }) => state === one).length;
  const answered = questions.length - count('unknown') - count('undecided');
  const counted = ORDERS.filter(([name]) => name === 'cancelled' || orders[name].length > 0);
  return bilingual(
    [
      `${requests} requests in ${seconds.toFixed(1)} s${lost > 0 ? `, ${lost} sent again after no response` : ''}; half of the responses within ${p50} ms, 95 % within ${p95} ms, the slowest ${max} ms.`,
      `Orders: ${counted.map(([name, en]) => `${orders[name].length} ${en}`).join(', ')}.`,
      `Statements of the page exercised: ${exercised} of ${statements.length}.`,
      answered === 0
        ? ''
        : `Questions answered: ${answered} of ${questions.length}; ${count('differs')} differ, ${count('mixed')} mixed, ${count('undecided')} undecided.`,
    ].join(' '),
    [
      `요청 ${requests}건, ${seconds.toFixed(1)}초${lost > 0 ? ` (응답이 없어 다시 보낸 요청 ${lost}건)` : ''}. 응답 시간: 절반은 ${p50} ms, 95 %는 ${p95} ms 이내, 최대 ${max} ms.`,
      `주문: ${counted.map(([name, , ko]) => `${ko} ${orders[name].length}건`).join(', ')}.`,
      `원문의 서술 ${statements.length}개 중 ${exercised}개 확인.`,
      answered === 0
        ? ''
        : `질문 ${questions.length}개 중 ${answered}개 확인: 명세와 다름 ${count('differs')}개, 엇갈림 ${count('mixed')}개, 미결 ${count('undecided')}개.`,
    ].join(' '),
  );
}

/** What identifies a run, by name, for JUnit's properties and for tables. */
export function identity(report: Report): Record<string, string> {
  const { contract, options, orders, runId, startedAt, summary, target, tool } = report;
  const { only, maxOrders, rate, concurrency, timeoutMs } = options;
  return {
    verdict: summary.verdict,
    target: `${target.kind === 'mock' ? 'mock, ' : ''}${target.baseUrl}`,
    contract: contract.version,
    'contract-sha256': contract.sha256,
    page: `${contract.page.title}, version ${contract.page.version}`,
    'run-id': runId,
    started: startedAt,
    options: `${only.length === 0 ? 'all cases' : `--only ${only.join(',')}`}, ${maxOrders === null ? 'all orders' : `at most ${maxOrders} orders`}, ${rate === null ? 'no rate limit' : `${rate} requests a second`}, concurrency ${concurrency}, timeout ${timeoutMs} ms`,
    'orders-cancelled': orders.cancelled.join(', ') || 'none',
    tool: `${tool.name} ${tool.version}, Node.js ${tool.node}`,
  };
}

/** A server's text without the characters that control a terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

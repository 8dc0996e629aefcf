import { type Bilingual, bilingual, joinAll } from '../bilingual.ts';
import type { Need } from '../cases/verdict.ts';
import { type CaseResult, type Judgement, OUTCOMES, type RunFacts } from './result.ts';

/** The reason that every run against the mock has. */
const SETTLES_NOTHING = bilingual(
  'This run was against the mock: it settles no question about the server.',
  'Mock 서버를 테스트했으므로 실제 서버에 대한 질문은 해결되지 않습니다.',
);

const NO_CANCEL = bilingual(
  'No order was cancelled, so nothing shows that a cancel works, or that a refused request leaves its order unchanged.',
  '취소된 주문이 없어, 취소가 되는지, 거부된 요청이 주문을 그대로 두는지 확인하지 못했습니다.',
);

const ENDED = bilingual('the run ended before them', '그 전에 실행이 끝났습니다');

/** The needs of cases that only a run with a cancelled order can prove. */
const NEEDS_CANCEL: readonly Need[] = ['open-order', 'may-cancel', 'cancels-order', 'cancelled-order'];

/** How many cases had each outcome. */
export function countOutcomes(results: readonly CaseResult[]): Record<CaseResult['outcome'], number> {
  const count = (one: CaseResult['outcome']) => results.filter(({ outcome }) => outcome === one).length;
  return Object.fromEntries(OUTCOMES.map((one) => [one, count(one)])) as ReturnType<typeof countOutcomes>;
}

const COULD_NOT_RUN = bilingual('The run could not be done.', '실행할 수 없었습니다.');

/** Judges a run. The verdict claims no more than the evidence shows: a case that did not run has not passed. */
export function judge({ results, spending, target, all, interrupted }: RunFacts): Judgement {
  const { obstacle, stopped, cancelled } = spending;
  if (obstacle !== undefined)
    return { verdict: 'could not run', sentence: COULD_NOT_RUN, reasons: [obstacle] };

  const mock = target.kind === 'mock';
  const missing = results.filter(({ outcome }) => outcome === 'skipped' || outcome === 'not run');
  const ran = results.length - missing.length;
  const noCancel = !cancelled && results.some(({ needs }) => NEEDS_CANCEL.includes(needs));
  const whys = groupByRemarks(missing);
  const reasons = [
    ...(interrupted === undefined
      ? []
      : [bilingual(`interrupted by ${interrupted}`, `${interrupted} 신호로 중단됨`)]),
    // The cases after a stop have its reason as their remark already.
    ...(stopped === undefined || whys.some(({ why }) => why.en === stopped.en) ? [] : [stopped]),
    ...groupByRemarks(results.filter(({ outcome }) => outcome === 'error')).map(counted),
    ...whys.map(counted),
    ...(noCancel ? [NO_CANCEL] : []),
    ...(mock ? [SETTLES_NOTHING] : []),
  ];
  const [who, subject] = mock ? ['The mock', 'Mock 서버가'] : ['The server', '서버가'];
  const { failed, observed, error } = countOutcomes(results);
  const [total, out, others] = [results.length, missing.length, all - ran];
  const ended = stopped !== undefined || interrupted !== undefined;
  const selected = total < all;
  const [of, among] = selected
    ? [`of the ${total} selected`, `선택한 ${total}개`]
    : [`of ${total}`, `${total}개`];
  const claim = (verdict: Judgement['verdict'], en: string, ko: string): Judgement => ({
    verdict,
    sentence: bilingual(en, ko),
    reasons,
  });

  if (error > 0) {
    return claim(
      'could not run',
      `The suite itself failed in ${error} ${of} cases; ${failed} failed.`,
      `${among} 항목 중 ${error}개에서 테스트 자체의 오류가 났고 ${failed}개가 실패했습니다.`,
    );
  }
  if (failed > 0) {
    const ko = `${subject} 명세를 어깁니다. ${among} 항목 중 ${failed}개가 실패했습니다.`;
    return claim('failed', `${who} breaks the contract: ${failed} ${of} cases failed.`, ko);
  }
  // An order of another channel is seldom at hand. The reasons say that its case was skipped.
  const notGiven = missing.every(({ outcome, needs }) => outcome === 'skipped' && needs === 'foreign-order');
  if (!notGiven || ran === 0) {
    const ko = `실패는 없지만 ${among} 항목 중 ${out}개가 실행되지 않았습니다.`;
    return claim('incomplete', `Nothing failed, but ${out} ${of} cases did not run.`, ko);
  }
  const but = (en: string, ko: string) =>
    claim('incomplete', `Nothing failed, but ${en}.`, `실패는 없지만 ${ko}.`);
  if (ended) return but('the run was stopped', '실행이 중단되었습니다');
  if (noCancel) return but('no order was cancelled', '취소된 주문이 없습니다');
  if (!selected) return claim('passed', `${who} keeps to the contract.`, `${subject} 명세를 지킵니다.`);
  const [en, ko] =
    observed === 0
      ? [ran === 1 ? 'The selected case passed' : `The ${ran} selected cases passed`, '이 통과했습니다']
      : [
          `Nothing failed in the ${ran} selected cases (${observed} only observe)`,
          `에서 실패가 없습니다(${observed}개는 관찰)`,
        ];
  const rest = `나머지 ${others}개는 실행하지 않았습니다.`;
  return claim('passed', `${en}; ${others} others were not run.`, `선택한 ${ran}개 항목${ko}. ${rest}`);
}

/** Groups cases by their remarks, the most frequent first. */
function groupByRemarks(results: readonly CaseResult[]): { why: Bilingual; cases: number }[] {
  const groups = new Map<string, { why: Bilingual; cases: number }>();
  for (const { remarks } of results) {
    const why = joinAll(remarks.length === 0 ? [ENDED] : remarks, '; ', ' ');
    groups.set(why.en, { why, cases: (groups.get(why.en)?.cases ?? 0) + 1 });
  }
  return [...groups.values()].sort((one, other) => other.cases - one.cases);
}

function counted({ why, cases }: { why: Bilingual; cases: number }): Bilingual {
  return bilingual(`${cases} ${cases === 1 ? 'case' : 'cases'}: ${why.en}`, `${cases}개 항목: ${why.ko}`);
}

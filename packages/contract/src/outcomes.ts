import type { Language } from './contract.ts';
import type { RefusalKind } from './refusal-kinds.ts';
import type { Scenario } from './scenarios.ts';

/** What is known of an order after a call. The client says `cancelled` as `ok`, and every other one as its `outcome`. */
export type OrderOutcome = Scenario['outcome'] | 'not_sent';

/** The outcomes in words. */
export const OUTCOMES: Readonly<Record<OrderOutcome, Readonly<Record<Language, string>>>> = {
  cancelled: { en: 'Cancelled', ko: '취소됨' },
  not_sent: { en: 'Not sent', ko: '전송되지 않음' },
  rejected: { en: 'Rejected', ko: '거부됨' },
  unknown: { en: 'Unknown', ko: '결과를 알 수 없음' },
};

/** What a scenario leaves known of the order, and what to do then, in sentences. */
export function conclude(
  { outcome, advice }: Pick<Scenario, 'outcome' | 'advice'>,
  language: Language,
): string {
  return `${OUTCOMES[outcome][language]}. ${advice[language]}`;
}

/** What is known of the order after a documented refusal. One that is about nothing in the request may come after its effect. */
export function refusalOutcome(kind: RefusalKind, status: number): 'rejected' | 'unknown' {
  return kind === 'refused' && status >= 500 ? 'unknown' : 'rejected';
}

/**
 * The statuses by which a request is turned away although the contract does not document them: those of the scenarios after which
 * an order is as it was.
 */
export function rejectingStatuses(scenarios: readonly Scenario[]): number[] {
  const rejected = scenarios.filter(({ outcome }) => outcome === 'rejected');
  return [...new Set(rejected.flatMap(({ status }) => (status === null ? [] : [status])))];
}

import type { Contract, Language } from './contract.ts';
import { type RefusalKind, refusalKinds } from './refusal-kinds.ts';
import type { Scenario } from './scenarios.ts';

/** What is known about an order after a call. The client reports `cancelled` as `ok`, and every other one as `outcome`. */
export type OrderOutcome = Scenario['outcome'] | 'not_sent';

/** The outcomes in words. */
export const OUTCOMES: Readonly<Record<OrderOutcome, Readonly<Record<Language, string>>>> = {
  cancelled: { en: 'Cancelled', ko: '취소됨' },
  not_sent: { en: 'Not sent', ko: '전송되지 않음' },
  rejected: { en: 'Rejected', ko: '거부됨' },
  unknown: { en: 'Unknown', ko: '결과를 알 수 없음' },
};

/** The outcome of a scenario and its advice, as sentences. */
export function conclude(
  { outcome, advice }: Pick<Scenario, 'outcome' | 'advice'>,
  language: Language,
): string {
  return `${OUTCOMES[outcome][language]}. ${advice[language]}`;
}

/** What is known about the order after a documented refusal. A 5xx that blames no part of the request may follow the cancel. */
export function refusalOutcome(kind: RefusalKind, status: number): 'rejected' | 'unknown' {
  return kind === 'refused' && status >= 500 ? 'unknown' : 'rejected';
}

/**
 * The statuses after which an order is as it was: those of documented refusals, and those of scenarios with a status that the
 * contract does not document.
 */
export function rejectingStatuses(contract: Contract, scenarios: readonly Scenario[]): number[] {
  const documented = Object.entries(refusalKinds(contract))
    .map(([status, kind]) => ({ kind, status: Number(status) }))
    .filter(({ kind, status }) => refusalOutcome(kind, status) === 'rejected');
  const others = scenarios.filter(
    ({ outcome, status }) =>
      outcome === 'rejected' && !contract.responses.some((response) => response.status === status),
  );
  return [...new Set([...documented, ...others].flatMap(({ status }) => (status === null ? [] : [status])))];
}

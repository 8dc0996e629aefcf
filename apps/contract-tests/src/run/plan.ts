import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, Role } from '../cases/case.ts';

/** What becomes of one order of a run. */
interface PlannedOrder {
  /** What cancels it. */
  cancelledBy: Bilingual;
  /** The requests before that, which must not cancel it. The later cancel proves that they did not. */
  before: Bilingual;
}

/** The orders of a run, as in the README's table. A case's `order` is a position in this list, from 1. */
export const ORDERS: readonly PlannedOrder[] = [
  {
    cancelledBy: bilingual(
      "the contract's first example, with a Korean comment",
      '명세의 첫 번째 예제(한국어 코멘트 포함)',
    ),
    before: bilingual(
      'nothing: this cancel shows how the server reads the page',
      '없음. 이 취소로 서버의 해석을 확인',
    ),
  },
  {
    cancelledBy: bilingual('the other kind, without a comment', '다른 종류의 취소, 코멘트 없음'),
    before: bilingual('altered keys and codes', '변형한 키와 주문 코드'),
  },
  {
    cancelledBy: bilingual(
      'the other kind, with emoji, line breaks, quotes, 5,000 characters',
      '다른 종류의 취소, 이모지·줄바꿈·따옴표·5,000자 코멘트',
    ),
    before: bilingual(
      'bodies with a missing, wrong or misspelt field',
      '필드가 빠졌거나 값·이름이 잘못된 본문',
    ),
  },
  {
    cancelledBy: bilingual("the traveler's cancel without a comment", '코멘트 없는 여행자 취소'),
    before: bilingual('other methods, text/plain, malformed JSON', '다른 메서드, text/plain, 깨진 JSON'),
  },
  {
    cancelledBy: bilingual('a comment of one character, three times at once', '한 글자 코멘트, 동시에 세 번'),
    before: bilingual(
      'what the contract leaves open, and what lenient parsers take',
      '명세에 없는 요청과 느슨한 파서만 받는 본문',
    ),
  },
];

/** How many orders the cases use up. */
export interface Plan {
  /** On a server that refuses everything that the contract leaves open. */
  least: number;
  /** On a server that cancels an order for each of these requests, too. */
  most: number;
  /** On a server that cancels an order for every request that it must refuse, until all its failures have shown. */
  faulty: number;
}

/** Counts the orders that cases use up. */
export function planOrders(cases: readonly Case[]): Plan {
  const needing = (...needs: Case['needs'][]) => cases.filter((one) => needs.includes(one.needs));
  const groups = cancelGroups(cases);
  const least = groups.length + Number(groups.length + needing('cancelled-order').length > 0);
  const together = groups.some(([{ role }]) => role === 'together');
  const open = needing('may-cancel').filter(
    ({ role }) => role !== 'no-cancel' && !(role === 'aside' && together),
  );
  const refused = needing('open-order', 'open-order-if-any');
  const shared = refused.length + needing('may-cancel').length > 0 ? 1 : 0;
  const most = Math.max(least + open.length, shared);
  return { least, most, faulty: Math.max(most + refused.length, shared) };
}

/** A case that cancels, and the cases that its cancel also proves. */
export type CancelGroup = [first: Case, ...proven: Case[]];

/** The role of the cases that a cancel also proves, by the role of its own case. */
const PROVEN: Partial<Record<Role, Role>> = { together: 'part', parallel: 'pair' };

/** The cases that cancel, in the order of the plan. Cases that the same cancel proves follow its own case. */
export function cancelGroups(cases: readonly Case[]): CancelGroup[] {
  const cancelling = cases.filter(({ needs }) => needs === 'cancels-order');
  const groups = cancelling.map((one): CancelGroup => {
    const proven = one.role && PROVEN[one.role];
    return [one, ...cancelling.filter(({ role }) => proven !== undefined && role === proven)];
  });
  const others = groups.flatMap(([, ...proven]) => proven);
  return groups
    .filter(([one]) => !others.includes(one))
    .sort(([{ order = 1 }], [{ order: other = 1 }]) => order - other);
}

/** What a run sends, in the order of the plan: the cases without an order, then for each order its cases and its cancel. */
export function describePlan(cases: readonly Case[]): string[] {
  const ids = (title: string, some: readonly Case[]) =>
    some.length === 0 ? [] : [`  ${title}: ${some.map(({ id }) => id).join(', ')}`];
  const having = (...needs: Case['needs'][]) => cases.filter((one) => needs.includes(one.needs));
  const touching = (order: number) =>
    having('open-order', 'open-order-if-any', 'may-cancel').filter(
      // Requests that only strict servers refuse go to the last order.
      ({ order: own = 1 }) => Math.min(own, ORDERS.length) === order,
    );
  return [
    '',
    ...ids('without an order', having('key')),
    ...ORDERS.flatMap(({ cancelledBy, before }, index) => [
      `order ${index + 1}, cancelled by ${cancelledBy.en}; before that: ${before.en}`,
      ...ids(
        'must not cancel',
        touching(index + 1).filter(({ needs }) => needs !== 'may-cancel'),
      ),
      ...ids(
        'may cancel',
        touching(index + 1).filter(({ needs }) => needs === 'may-cancel'),
      ),
      ...ids(
        'cancels',
        having('cancels-order').filter(({ order = 1 }) => order === index + 1),
      ),
      ...(index === 0 ? ids('of the cancelled order', having('cancelled-order')) : []),
    ]),
    ...ids("to another channel's order (AX_FOREIGN_ORDER_CODE)", having('foreign-order')),
  ];
}

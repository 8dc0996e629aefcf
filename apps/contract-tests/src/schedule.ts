import type { Contract } from '@ax-cloud/contract/contract';
import { bilingual } from './bilingual.ts';
import type { Case } from './case.ts';
import { methodCases } from './cases/methods.ts';
import { unreadableBodyCases } from './cases/unreadable-body.ts';
import { dealOrders } from './orders.ts';
import { createRun } from './run.ts';
import type { Settings } from './settings.ts';
import { createStage, type Settle } from './stage.ts';
import { ask, askForeign } from './steps/ask.ts';
import { cancel } from './steps/cancel.ts';
import { cancelTogether } from './steps/cancel-together.ts';
import { askOfCancelled, makeFirstCancel } from './steps/first-cancel.ts';
import { refuse } from './steps/refuse.ts';

/** What a run has used up. */
export interface Spending {
  requests: number;
  ordersCancelled: readonly string[];
  /** Orders that were already cancelled before the run. */
  ordersAlreadyCancelled: readonly string[];
  /** Orders of which it is not known whether they are cancelled. */
  ordersUnknown: readonly string[];
  durationsMs: readonly number[];
}

/** Django REST framework accepts forms by default: where one cancels an order, the run uses no further orders. */
const isLate = ({ role }: Case) => role === 'late';
const isLast = ({ role }: Case) => role === 'last';

/**
 * Makes all the cases against the server, so that it costs as few orders as possible:
 *
 * 1. what needs no order, several at a time;
 * 2. one cancel of an untouched order, which shows how the server reads the page, and what that order still tells;
 * 3. what must be refused, on an order that the next cancel takes over. That cancel proves that nothing before it had
 *    cancelled the order, and so each order that must be cancelled anyway proves a share of the refusals;
 * 4. what may be refused or not, on the order that the last cancel takes over.
 *
 * Nothing further is risked once the server has cancelled what it must refuse.
 *
 * @throws whatever fails in the suite itself
 */
export async function runCases(
  settings: Settings,
  contract: Contract,
  cases: readonly Case[],
  settle: Settle,
): Promise<Spending> {
  const run = createRun(settings, contract);
  const orders = dealOrders(settings.orderCodes);
  const selected = (...needs: Case['needs'][]) => cases.filter((one) => needs.includes(one.needs));
  const free = selected('nothing', 'key');
  const refused = selected('open-order', 'open-order-if-any');
  const cancelling = selected('cancels-order');
  const open = selected('may-cancel');
  const onCancelled = selected('cancelled-order');
  const stage = createStage(run, orders, settle);

  await inParallel(free, settings.concurrency, (one) => stage.make(one));

  const whole = cancelling.find(({ role }) => role === 'texts-together');
  const texts = cancelling.filter(({ role }) => role === 'text');
  const together = whole === undefined ? texts.map((one) => [one]) : [[whole, ...texts]];
  const [before, ...after] = cancelling.filter(({ role }) => role !== 'texts-together' && role !== 'text');
  const cancels = [...(before === undefined ? [] : [[before]]), ...together, ...after.map((one) => [one])];

  // With one order, everything that must be refused has to come before its cancel.
  const scarce = orders.left() === 1 || cancels.length === 0;
  const late = refused.filter(isLate);
  const early = refused.filter((one) => !isLate(one));
  if (scarce) await refuse(stage, early);
  if (cancels.length + onCancelled.length > 0) await makeFirstCancel(stage, onCancelled);
  await askOfCancelled(
    stage,
    onCancelled.filter((one) => !isLast(one)),
  );
  const shares = share(contract, scarce ? [] : early, Math.min(cancels.length, orders.left()));
  for (const [index, group] of cancels.entries()) {
    await refuse(stage, shares[index] ?? []);
    if (index === cancels.length - 1) {
      await ask(stage, open, 1);
      await refuse(stage, late);
    }
    const [one, ...parts] = group;
    const extra = open.find(({ role }) => role === 'extra-field');
    if (one !== undefined && parts.length === 0) await cancel(stage, one);
    else if (one !== undefined) await cancelTogether(stage, one, parts, extra);
  }
  if (cancels.length === 0) await ask(stage, open, 0);
  await refuse(stage, refused);

  for (const one of selected('foreign-order')) await askForeign(stage, one, settings.foreignOrderCode);
  await askOfCancelled(stage, onCancelled.filter(isLast));
  for (const one of selected('proofs')) {
    if (run.proofs.length > 0) await stage.make(one);
    else stage.skip(one, NOTHING_PROVEN);
  }
  for (const one of selected('answers')) await stage.make(one);
  for (const one of cases) stage.skip(one);
  return {
    requests: run.exchanges.length,
    ordersCancelled: orders.cancelled,
    ordersAlreadyCancelled: orders.alreadyCancelled,
    ordersUnknown: orders.unknown,
    durationsMs: run.exchanges.map(({ durationMs }) => durationMs),
  };
}

const NOTHING_PROVEN = bilingual(
  'no order was cancelled after requests that must be refused',
  '거부되어야 할 요청 뒤에 취소된 주문이 없습니다',
);

/** Divides cases over so many orders by their topic: who asks and for which order, what fields, how it is sent. */
function share(contract: Contract, cases: readonly Case[], orders: number): Case[][] {
  if (orders === 0) return [];
  const transport = new Set([...methodCases(contract), ...unreadableBodyCases(contract)].map(({ id }) => id));
  const topic = ({ id }: Case) => (/^(auth|order)\./.test(id) ? 0 : transport.has(id) ? 2 : 1);
  const groups: Case[][] = Array.from({ length: orders }, () => []);
  for (const one of cases) groups[Math.min(topic(one), orders - 1)]?.push(one);
  return groups;
}

async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

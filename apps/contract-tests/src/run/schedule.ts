import type { Contract } from '@ax-cloud/contract/contract';
import { unknownOrderCode } from '@ax-cloud/contract/order-code-form';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import { buildRequest } from '../cases/request.ts';
import type { Spending } from '../report/result.ts';
import type { Settings } from '../settings.ts';
import { ask, askForeign } from './ask.ts';
import { askOfCancelled, makeFirstCancel } from './first-cancel.ts';
import { type CancelGroup, cancelGroups } from './plan.ts';
import { preflight } from './preflight.ts';
import { createRun } from './run.ts';
import { createSession } from './session.ts';
import type { Conclude, Run } from './state.ts';
import { cancelGroup } from './together.ts';
import { touch } from './touch.ts';

/** The input of a run. */
export interface RunInput {
  settings: Settings;
  contract: Contract;
  readings: Readings;
  cases: readonly Case[];
  /** Identifies the run in its comments. */
  runId: string;
  /** Ends the run when it is aborted. */
  signal?: AbortSignal | undefined;
}

/**
 * Runs the cases against the server in an order that uses up as few orders as possible:
 *
 * 1. the cases without an order, several at a time;
 * 2. one cancel of an untouched order, which shows how the server reads the page, and the cases about that order;
 * 3. requests that must be refused, on an order that the next cancel uses up. That cancel proves that nothing before it cancelled
 *    the order. So each order that must be cancelled anyway proves a share of the refusals;
 * 4. requests that may be refused, and those that only strict servers refuse, on the order of the last cancel.
 *
 * @throws whatever fails in the suite itself
 */
export async function runCases(
  { settings, contract, readings, cases, runId, signal }: RunInput,
  conclude: Conclude,
): Promise<Spending> {
  const { apiKey } = settings;
  const probe = buildRequest({ contract, orderCode: unknownOrderCode(contract), apiKey, runId });
  const session = createSession(settings, contract, probe);
  const run = createRun(settings, contract, readings, session, runId, conclude);
  const interrupt = () => session.stop(INTERRUPTED);
  signal?.addEventListener('abort', interrupt);
  const obstacle = await preflight(run, settings);
  if (obstacle !== undefined) session.stop(obstacle);
  const selected = (...needs: Case['needs'][]) => cases.filter((one) => needs.includes(one.needs));
  const onCancelled = selected('cancelled-order');
  const refused = selected('open-order', 'open-order-if-any');
  const isLast = ({ role }: Case) => role === 'last';

  const free = selected('key');
  const atOnce = free.filter(({ role }) => role === 'at-once');
  await inParallel(
    free.filter((one) => !atOnce.includes(one)),
    settings.concurrency,
    (one) => runOne(run, one),
  );
  for (const one of atOnce) await runOne(run, one);
  // With a single order, or without cancels, the refused requests come before the first cancel uses the order up.
  const cancels = cancelGroups(cases);
  const scarce = run.orders.left() === 1 || cancels.length === 0;
  if (scarce) await touch(run, refused);
  if (cancels.length + onCancelled.length > 0) await makeFirstCancel(run, onCancelled, runId);
  await askOfCancelled(
    run,
    onCancelled.filter((one) => !isLast(one)),
  );
  await cancelAll(run, cancels, scarce ? [] : refused, selected('may-cancel'));
  await touch(
    run,
    refused.filter((one) => run.isOpen(one)),
  );
  for (const one of refused.filter((each) => run.isOpen(each))) {
    if (one.needs === 'open-order-if-any') await runOne(run, one);
    else run.skip(one);
  }
  run.concludeUnproven();
  for (const one of selected('foreign-order')) await askForeign(run, one, settings.foreignOrderCode);
  await askOfCancelled(run, onCancelled.filter(isLast));
  for (const one of selected('run')) await runOne(run, one);
  for (const one of cases) run.skip(one);
  signal?.removeEventListener('abort', interrupt);
  return {
    requests: session.requests,
    lost: session.lost,
    durationsMs: session.exchanges.map(({ durationMs }) => durationMs),
    orders: run.orders.lists(),
    obstacle,
    stopped: obstacle === undefined ? session.stopped : undefined,
    cancelled: run.orders.lists().cancelled.length > 0,
  };
}

const INTERRUPTED = bilingual('the run was stopped', '실행이 중단되었습니다');

async function runOne(run: Run, one: Case): Promise<void> {
  if (run.stopped !== undefined) return run.skip(one);
  run.conclude(one, (await run.make(one)).finding);
}

/** Cancels an order for each group. Before that, the order gets its share of the refused requests; the last one gets all open cases. */
async function cancelAll(
  run: Run,
  cancels: readonly CancelGroup[],
  refused: readonly Case[],
  open: readonly Case[],
): Promise<void> {
  const places = cancels.map(([{ order = 1 }]) => order);
  const early = refused.filter(({ level }) => level !== 'open');
  for (const [index, group] of cancels.entries()) {
    const last = index === cancels.length - 1;
    // With fewer orders than cancels, the first ones get all refused requests.
    const usable = Math.min(cancels.length, Math.max(1, run.orders.left() + index));
    const own = early.filter(
      ({ order = 1 }) => run.orders.left() > 0 && shareOf(places, order, usable) === index,
    );
    await touch(run, own);
    if (last) {
      await ask(run, open, 1);
      await touch(
        run,
        refused.filter((one) => run.isOpen(one)),
      );
    }
    await cancelGroup(
      run,
      group,
      open.find(({ role }) => role === 'aside'),
    );
  }
  if (cancels.length === 0) await ask(run, open, 0);
}

/** Before which cancel a refused case is sent: that of its order in the plan, or the last one that still has an order. */
function shareOf(places: readonly number[], order: number, usable: number): number {
  const index = places.findIndex((place) => place >= order);
  return Math.min(index === -1 ? places.length - 1 : index, usable - 1);
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

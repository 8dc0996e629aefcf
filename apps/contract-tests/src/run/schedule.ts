import type { Contract } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import { buildRequest } from '../cases/request.ts';
import type { Readings } from '../contract/readings.ts';
import type { HttpResponse } from '../http/message.ts';
import type { Spending } from '../report/result.ts';
import type { Settings } from '../settings.ts';
import { type Attempt, attemptCancel, cancel, noteTouch, touch } from './cancel.ts';
import { askOfCancelled, makeFirstCancel } from './first-cancel.ts';
import { preflight } from './preflight.ts';
import { createRun, unknownOrderCode } from './run.ts';
import { createSession } from './session.ts';
import type { Conclude, Run } from './state.ts';
import { cancelTogether } from './together.ts';

/** What a run is started with. */
export interface RunInput {
  settings: Settings;
  contract: Contract;
  readings: Readings;
  cases: readonly Case[];
  /** Identifies the run; its cancels carry it. */
  runId: string;
  /** Ends the run when it is aborted. */
  signal?: AbortSignal | undefined;
}

/**
 * Runs all the cases against the server, so that it costs as few orders as possible:
 *
 * 1. what needs no order, several at a time;
 * 2. one cancel of an untouched order, which shows how the server reads the page, and what that order still tells;
 * 3. what must be refused, on an order that the next cancel takes over. That cancel proves that nothing before it had
 *    cancelled the order, and so each order that must be cancelled anyway proves a share of the refusals;
 * 4. what may be refused or not, and what only strict servers refuse, on the order that the last cancel takes over.
 *
 * @throws whatever fails in the suite itself
 */
export async function runCases(
  { settings, contract, readings, cases, runId, signal }: RunInput,
  conclude: Conclude,
): Promise<Spending> {
  const { apiKey } = settings;
  const sign = buildRequest({ contract, orderCode: unknownOrderCode(contract), apiKey, runId });
  const session = createSession(settings, contract, sign);
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
  // A key that is refused for a made-up order is refused for a real one: a part of it shows without any.
  const cancels = cancelsOf(cases);
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

/** The cases that cancel, in the order of the plan: those that one cancel proves stand together. */
function cancelsOf(cases: readonly Case[]): Case[][] {
  const cancelling = cases.filter(({ needs }) => needs === 'cancels-order');
  const lead = (role: Case['role']) => cancelling.find((one) => one.role === role);
  const [together, parallel] = [lead('together'), lead('parallel')];
  const led = ({ role }: Case) =>
    (role === 'part' && together !== undefined) || (role === 'pair' && parallel !== undefined);
  return cancelling
    .filter((one) => !led(one))
    .sort((one, other) => one.order - other.order)
    .map((one) => [
      one,
      ...(one === together ? cancelling.filter(({ role }) => role === 'part') : []),
      ...(one === parallel ? cancelling.filter(({ role }) => role === 'pair') : []),
    ]);
}

/** Cancels an order for each group, which before that gets its share of what must be refused, and the last one all that is open. */
async function cancelAll(
  run: Run,
  cancels: readonly (readonly Case[])[],
  refused: readonly Case[],
  open: readonly Case[],
): Promise<void> {
  const places = cancels.map(([one]) => one?.order ?? 1);
  const early = refused.filter(({ level }) => level !== 'open');
  for (const [index, group] of cancels.entries()) {
    const last = index === cancels.length - 1;
    // With fewer orders than cancels, the first of them get all that is to be refused.
    const usable = Math.min(cancels.length, Math.max(1, run.orders.left() + index));
    const own = early.filter(
      ({ order }) => run.orders.left() > 0 && shareOf(places, order, usable) === index,
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

/** The place among the cancels at which a refused case goes out: that of its order in the plan, or the last one that is left. */
function shareOf(places: readonly number[], order: number, usable: number): number {
  const index = places.findIndex((place) => place >= order);
  return Math.min(index === -1 ? places.length - 1 : index, usable - 1);
}

async function cancelGroup(
  run: Run,
  [one, ...others]: readonly Case[],
  aside: Case | undefined,
): Promise<void> {
  if (one === undefined) return;
  if (one.role === 'together') {
    await cancelTogether(run, {
      whole: one,
      parts: others,
      aside: run.open() === undefined ? undefined : aside,
    });
    return;
  }
  if (one.role !== 'parallel' || others.length === 0) {
    await cancel(run, one);
    return;
  }
  const attempt = await attemptCancel(run, [one]);
  if (attempt === undefined) {
    for (const each of [one, ...others]) run.skip(each);
    return;
  }
  run.conclude(one, attempt.finding);
  for (const pair of others) {
    if (attempt.success === undefined) await cancel(run, pair);
    else await judgeAgain(run, pair, attempt.success, attempt);
  }
}

/** Judges a success by the rule of another case that has the same request; nothing is sent. */
async function judgeAgain(
  run: Run,
  one: Case,
  success: HttpResponse,
  { code, finding }: Attempt,
): Promise<void> {
  const replayed: Case = { ...one, run: (context) => one.run({ ...context, send: async () => success }) };
  const { actual, exchange, durationsMs } = finding;
  run.conclude(one, { ...(await run.make(replayed, code)).finding, actual, exchange, durationsMs });
}

/**
 * Asks what the contract leaves open. An order that this cancels is used up.
 *
 * @param reserve how many orders are kept for what follows
 */
async function ask(run: Run, cases: readonly Case[], reserve: number): Promise<void> {
  for (const one of cases.filter((each) => run.isOpen(each))) {
    const code = run.orders.left() > reserve ? run.open() : undefined;
    if (code === undefined) {
      run.skip(one, run.orders.left() > 0 ? LAST_ORDER : undefined);
      continue;
    }
    const made = await run.make(one, code);
    const accepted = run.mayBeCancelled(made.responses);
    if (!accepted && made.responses.some(({ lost }) => lost !== undefined)) {
      // The first sending may have cancelled the order before its response was lost.
      run.conclude(one, { ...made.finding, evidence: [] });
      run.orders.setAside('unknown');
      run.touching = [];
      continue;
    }
    if (!accepted) {
      noteTouch(run, one, made);
      continue;
    }
    run.conclude(one, made.finding);
    run.orders.useUp();
    run.prove('intact');
  }
}

const LAST_ORDER = bilingual(
  'the last order is kept for the last cancel; add codes to AX_ORDER_CODES',
  '마지막 주문은 마지막 취소를 위해 남겨 둡니다. AX_ORDER_CODES에 코드를 추가하십시오',
);

/** Asks for an order of another channel, where there is its code. */
async function askForeign(run: Run, one: Case, code: string | undefined): Promise<void> {
  if (code !== undefined && run.stopped === undefined)
    return run.conclude(one, (await run.make(one, code)).finding);
  run.skip(
    one,
    bilingual(
      "it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE, which a faulty server would cancel",
      'AX_FOREIGN_ORDER_CODE에 다른 채널의 주문 코드가 필요합니다. 서버에 결함이 있으면 그 주문이 취소됩니다',
    ),
  );
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

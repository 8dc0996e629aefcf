import { speaksOfKey, speaksOfKeyOrOrder } from '@ax-cloud/contract/refusal-statuses';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import type { Finding } from '../cases/verdict.ts';
import { lostTwice, observe } from '../cases/verdicts.ts';
import type { HttpResponse } from '../http/message.ts';
import { MOST_LOSSES, type SetAside } from './orders.ts';
import type { Made, Run } from './state.ts';
import { touch, touchNext, useUp } from './touch.ts';

/** The result of a case that cancels. */
export interface Attempt {
  finding: Finding;
  /** The results of the alternatives that were sent for the order, including the last one. */
  tried: readonly Made[];
  /** The order that they were sent for. */
  code: string;
  /** The success; undefined when the server refused all of them. */
  success: HttpResponse | undefined;
}

/** Cancels the open order with a case, and concludes the case. */
export async function cancel(run: Run, one: Case): Promise<Attempt | undefined> {
  const attempt = await attemptCancel(run, [one]);
  if (attempt === undefined) run.skip(one);
  else run.conclude(one, attempt.finding);
  return attempt;
}

/**
 * Cancels the open order with a case, or with the first of several alternatives that the server accepts. If all are refused, the
 * cancel that worked before shows whether the case or the order is at fault. An order at fault was already cancelled, or one of the
 * requests that touched it cancelled it. To tell, the next order gets the same requests, the one after that none, and one more gets
 * them again. If only the orders that got them cannot be cancelled, these requests are the cause.
 *
 * @returns undefined when no order was left
 */
export async function attemptCancel(run: Run, alternatives: readonly Case[]): Promise<Attempt | undefined> {
  // A request that may cancel is not sent again: it would cost an order, and the contract does not say that it is refused.
  const again = run.touching.filter(({ needs }) => needs !== 'may-cancel');
  let [refused, losses, strangers] = [0, 0, 0];
  for (let code = run.open(); code !== undefined; code = run.open()) {
    const { tried, success } = await tryAll(run, alternatives, code);
    const last = tried.at(-1);
    if (last === undefined || (success === undefined && wasRefusedAtTheEnd(run, tried))) return undefined;
    const status = success === undefined ? await cancelAsBefore(run, code, alternatives[0]) : undefined;
    if (success !== undefined || (status !== undefined && status < 300)) {
      if (success === undefined) run.orders.useUp();
      else useUp(run, [success]);
      run.prove('intact');
      if (refused === 2 && again.length > 0) await compare(run, again);
      // If a cancelled order can be cancelled again, the success of the known cancel does not explain the refusal of the case.
      const told = success !== undefined || run.repeatable !== true;
      return { finding: told ? last.finding : { ...last.finding, evidence: [] }, code, tried, success };
    }
    const why = reasonOf(run, tried, status);
    run.orders.setAside(why);
    if (why === 'refused') {
      await touchNext(run, ++strangers);
      continue;
    }
    if (why === 'unknown') {
      run.touching = [];
      const lost = lostIn(tried);
      losses += 1;
      // The case may have cancelled the order before its response was lost. One other order is tried.
      if (lost !== undefined && status !== undefined && losses < MOST_LOSSES) continue;
      const finding = lost === undefined ? last.finding : { ...last.finding, ...lostTwice(lost) };
      return { finding: { ...finding, evidence: [] }, code, tried, success };
    }
    run.prove('doubtful');
    refused += 1;
    if (refused === 1) await touch(run, again);
  }
  return undefined;
}

/** Sends alternatives for one order until one succeeds. */
async function tryAll(
  run: Run,
  alternatives: readonly Case[],
  code: string,
): Promise<Pick<Attempt, 'tried' | 'success'>> {
  const tried: Made[] = [];
  for (const one of alternatives) {
    const made = await run.make(one, code);
    tried.push(made);
    const success = made.responses.find(({ status }) => status < 300);
    if (success !== undefined || made.responses.length === 0) return { tried, success };
  }
  return { tried, success: undefined };
}

/** Whether the run is over, and the order's cancel was refused like everything else by then. */
function wasRefusedAtTheEnd({ contract, stopped }: Run, tried: readonly Made[]): boolean {
  const responses = tried.flatMap((made) => made.responses);
  return stopped !== undefined && responses.some(({ status }) => speaksOfKey(contract, status));
}

/** Why neither the case nor the known cancel can cancel an order. */
function reasonOf({ contract }: Run, tried: readonly Made[], status: number | undefined): SetAside {
  const crashed = tried.some(
    ({ responses, unclear }) => unclear || !responses.some((one) => one.status < 500),
  );
  // The case's request may have cancelled the order.
  if (crashed || lostIn(tried) !== undefined || status === undefined || status >= 500) return 'unknown';
  return speaksOfKeyOrOrder(contract, status) ? 'refused' : 'already-cancelled';
}

function lostIn(tried: readonly Made[]): string | undefined {
  return tried.flatMap(({ responses }) => responses.flatMap(({ lost }) => lost ?? []))[0];
}

/** How many orders that got the suspected requests must in turn be refused, each followed by an untouched one that is cancelled. */
const ROUNDS = 2;

/**
 * Sends the suspected requests to further orders. Two orders that got them could not be cancelled, and an untouched one could. If
 * these cannot be cancelled either, and untouched ones can, the requests are the cause: orders that were cancelled before the run
 * hardly come in this order by chance.
 */
async function compare(run: Run, again: readonly Case[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await touch(run, again);
    const touched = await cancelNext(run, again[0]);
    if (touched === undefined) return;
    if (touched) return run.prove('intact');
    const untouched = await cancelNext(run, again[0]);
    if (untouched !== true) return run.prove('doubtful');
  }
  run.prove('changed');
  run.shortage = NO_MORE;
}

/** Sends the cancel that worked before to the next order. Returns whether it worked; undefined when there was no order or response. */
async function cancelNext(run: Run, like: Case | undefined): Promise<boolean | undefined> {
  const code = run.open();
  const status = code === undefined ? undefined : await cancelAsBefore(run, code, like);
  if (status === undefined) return undefined;
  if (status < 300) run.orders.useUp();
  else run.orders.setAside('already-cancelled');
  return status < 300;
}

const NO_MORE = bilingual(
  'a refused request cancels orders (order.unchanged), so no further one is used',
  '거부된 요청이 주문을 취소하므로(order.unchanged) 더 이상 주문을 쓰지 않습니다',
);

/**
 * Sends the cancel that worked before.
 *
 * @param like any case; the response is not reported for it
 * @returns the status of the response; undefined when there was none
 */
async function cancelAsBefore(run: Run, code: string, like: Case | undefined): Promise<number | undefined> {
  const { established } = run;
  if (established === undefined || like === undefined) return undefined;
  const again: Case = {
    ...like,
    run: async (context) => observe(await context.send({ body: established.body })),
  };
  const { responses, unclear } = await run.make(again, code);
  return unclear ? undefined : responses.at(-1)?.status;
}

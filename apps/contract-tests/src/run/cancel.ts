import { speaksOfKeyOrOrder } from '@ax-cloud/contract/refusal-statuses';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import type { Finding } from '../cases/verdict.ts';
import { lostTwice, observe } from '../cases/verdicts.ts';
import type { HttpResponse } from '../http/message.ts';
import { MOST_LOSSES, type SetAside } from './orders.ts';
import type { Made, Run } from './state.ts';

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

/** Sends requests that must be refused to the open order. If one is accepted, the order is used up and the next one takes its place. */
export async function touch(run: Run, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const code = run.open();
    if (code === undefined) return;
    const made = await run.make(one, code);
    const { finding, responses } = made;
    if (!run.mayBeCancelled(responses)) {
      noteTouch(run, one, made);
      continue;
    }
    run.conclude(one, finding);
    followShorter(run, finding);
    run.touching = [];
    run.orders.useUp();
  }
}

/** Follows a reading from now on if the evidence names it and its request has fewer fields: it lacks the field that was left out. */
function followShorter(run: Run, { evidence }: Finding): void {
  for (const { question, readings } of evidence.filter((one) => one.readings.length === 1)) {
    const followed = { ...run.followed, [question]: readings.join() };
    const contract = run.readings.apply(run.written, followed);
    if (contract === undefined || contract.request.fields.length >= run.contract.request.fields.length)
      continue;
    [run.followed, run.contract] = [followed, contract];
  }
}

/** Whether a request crashed the server or got no response. It may have cancelled, so it counts neither as accepted nor as refused. */
export function crashedOrSilent({ responses, unclear }: Made): boolean {
  return unclear || responses.some(({ status }) => status >= 500);
}

/** Notes that a case was refused. After a crash or no response, it may have cancelled and proves nothing. */
export function noteTouch(run: Run, one: Case, made: Made): void {
  const { finding } = made;
  if (crashedOrSilent(made)) {
    run.conclude(one, finding);
    return;
  }
  run.touching.push(one);
  if (run.isOpen(one) || run.waiting.has(one)) run.waiting.set(one, finding);
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
  let [refused, losses] = [0, 0];
  for (let code = run.open(); code !== undefined; code = run.open()) {
    const { tried, success } = await tryAll(run, alternatives, code);
    const last = tried.at(-1);
    if (last === undefined) return undefined;
    const status = success === undefined ? await cancelAsBefore(run, code, alternatives[0]) : undefined;
    if (success !== undefined || (status !== undefined && status < 300)) {
      run.orders.useUp();
      run.prove('intact');
      if (refused === 2 && again.length > 0) await compare(run, again);
      // If a cancelled order can be cancelled again, the success of the known cancel does not explain the refusal of the case.
      const told = success !== undefined || run.repeatable !== true;
      return { finding: told ? last.finding : { ...last.finding, evidence: [] }, code, tried, success };
    }
    const why = reasonOf(run, tried, status);
    run.orders.setAside(why);
    if (why === 'refused') continue;
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

/**
 * Sends the suspected requests to one more order. Two orders that got them could not be cancelled, and an untouched one could. If
 * this one cannot be cancelled either, tries one more untouched order.
 */
async function compare(run: Run, again: readonly Case[]): Promise<void> {
  await touch(run, again);
  const code = run.open();
  const status = code === undefined ? undefined : await cancelAsBefore(run, code, again[0]);
  if (status === undefined) return;
  if (status < 300) {
    run.orders.useUp();
    return run.prove('intact');
  }
  run.orders.setAside('already-cancelled');
  // Orders that were cancelled before the run may come in this order by chance. One more untouched order rules that out.
  const other = run.open();
  const untouched = other === undefined ? undefined : await cancelAsBefore(run, other, again[0]);
  if (untouched === undefined || untouched >= 300) {
    if (other !== undefined) run.orders.setAside('already-cancelled');
    return run.prove('doubtful');
  }
  run.orders.useUp();
  run.prove('changed');
  run.shortage = NO_MORE;
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

import { speaksOfKeyOrOrder } from '@ax-cloud/contract/refusal-statuses';
import { bilingual } from '../bilingual.ts';
import { type Case, type Established, Unanswered } from '../cases/case.ts';
import { lostTwice } from '../cases/verdicts.ts';
import { type HttpResponse, NoResponse, wasSent } from '../http/message.ts';
import { diagnose, isRefusal, type Refusal } from './diagnosis.ts';
import { findReading } from './find-reading.ts';
import { noResponse } from './finding.ts';
import { MOST_LOSSES } from './orders.ts';
import type { Recorder, Run } from './state.ts';

const isFirstCancel = ({ role }: Case) => role === 'first-cancel';

/**
 * Cancels the first order that can be cancelled, which shows the server's reading of the page.
 *
 * @param cases the cases that need a cancelled order; they are concluded if no order can be cancelled
 */
export async function makeFirstCancel(run: Run, cases: readonly Case[], runId: string): Promise<void> {
  const refusals: Refusal[] = [];
  let losses = 0;
  for (let code = run.open(); code !== undefined; code = run.open()) {
    const recorder = run.recorder(cases.find(isFirstCancel)?.id);
    const found = await tryOrder(run, recorder, code, runId);
    // The run was over before anything was sent for this order.
    if (!recorder.exchanges.some(wasSent)) break;
    if ('readings' in found) {
      run.established = found;
      run.followed = found.readings;
      run.contract = run.readings.apply(run.written, found.readings) ?? run.contract;
      run.firstCancel = recorder;
      run.orders.useUp();
      return;
    }
    const { refusal } = found;
    // The server refuses everything by now: the order is as it was.
    if (run.stopped !== undefined && refusal !== undefined) {
      run.orders.touch(code);
      break;
    }
    const lost = recorder.exchanges.flatMap(({ response }) => response?.lost ?? [])[0];
    if (refusal !== undefined && lost !== undefined) {
      run.orders.setAside('unknown');
      losses += 1;
      // The first attempt may have cancelled the order. One other order is tried.
      if (losses < MOST_LOSSES) continue;
      refusals.push({ recorder, failure: lostTwice(lost) });
      break;
    }
    if (refusal !== undefined || found.failure !== undefined) refusals.push({ ...found, recorder });
    // A server that crashes, does not respond or has an unknown refusal may still cancel. No further order is risked.
    const unclear =
      refusal === undefined || recorder.problems.length > 0 || !isRefusal(run.contract, refusal);
    const elsewhere = refusal !== undefined && speaksOfKeyOrOrder(run.contract, refusal.status);
    run.orders.setAside(unclear ? 'unknown' : elsewhere ? 'refused' : 'already-cancelled');
    if (unclear) break;
  }
  if (refusals.length > 0) {
    const { verdict, blames, recorder, reason } = diagnose(run.contract, refusals);
    run.shortage = reason;
    const blamed = cases.find(({ role }) => role === blames) ?? cases.find(isFirstCancel);
    if (verdict !== undefined && blamed !== undefined) run.conclude(blamed, run.findingOf(verdict, recorder));
  }
  for (const one of cases) run.skip(one);
}

async function tryOrder(
  run: Run,
  recorder: Recorder,
  code: string,
  runId: string,
): Promise<Established | Omit<Refusal, 'recorder'>> {
  try {
    return await findReading(run, recorder, code, runId);
  } catch (error) {
    if (error instanceof NoResponse) return { failure: noResponse(error) };
    if (!(error instanceof Unanswered)) throw error;
    run.shortage = bilingual(
      `the first cancel got no response from the server: ${error.why.en}`,
      `첫 취소에 대한 서버의 응답이 없습니다: ${error.why.ko}`,
    );
    return {};
  }
}

/** Runs the cases about the cancelled order, and those that judge how it was cancelled. */
export async function askOfCancelled(run: Run, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const { established } = run;
    if (established === undefined) return;
    const code = run.orders.lists().cancelled[0];
    const { finding, responses } = await run.make(one, code, sentBefore(run, one));
    if (one.role === 'repeat') run.repeatable = isRepeatable(responses);
    run.conclude(one, finding);
  }
}

/** Whether a second cancel succeeded; undefined if the server did not say. */
function isRepeatable(responses: readonly HttpResponse[]): boolean | undefined {
  const told = responses.filter(({ status }) => status < 500);
  return told.length === 0 ? undefined : told.every(({ status }) => status < 300);
}

/** The record of the first cancel, for a case that only judges it. */
function sentBefore({ firstCancel, followed }: Run, one: Case): Recorder | undefined {
  if (firstCancel === undefined) return undefined;
  if (one.role === 'reading' || one.role === 'order-code') return { ...firstCancel, problems: [] };
  if (!isFirstCancel(one)) return undefined;
  // If the first request was refused, the case is about that one.
  const refused = Object.keys(followed).length === 0 && firstCancel.exchanges.length > 1;
  return refused ? { ...firstCancel, exchanges: firstCancel.exchanges.slice(0, 1) } : firstCancel;
}

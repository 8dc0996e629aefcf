import { setTimeout as wait } from 'node:timers/promises';
import { speaksOfKey } from '@ax-cloud/contract/refusal-statuses';
import { type Case, Unanswered } from '../cases/case.ts';
import { type HttpResponse, NoResponse } from '../http/message.ts';
import { detailOf } from '../http/response.ts';
import type { Made, Run } from './state.ts';

/** The pause before the control request is sent once more, in milliseconds: the server may have mixed up two keys. */
const PAUSE = 300;

/**
 * Finds out whether the server refuses the key that it took at the start. Servers lock a key or an address after wrong keys or too
 * many requests; from then on, a refusal says nothing about the request.
 *
 * @returns the refusal; undefined if the key is still valid, or was never seen to be
 */
export async function findLock(run: Run): Promise<HttpResponse | undefined> {
  const { control, contract } = run;
  if (control === undefined || speaksOfKey(contract, control.status)) return undefined;
  for (const pause of [0, PAUSE]) {
    await wait(pause);
    const response = await sendControl(run);
    if (response === undefined || !speaksOfKey(contract, response.status)) return undefined;
    if (pause > 0) return response;
  }
  return undefined;
}

/**
 * Confirms what a case found with the control request. If the server refuses the key by now, the case has found nothing, and the run
 * is over. Evidence that rests on a difference from the control response counts only if the server still has that response: behind a
 * load balancer, servers of different versions may take turns.
 */
export async function confirm(run: Run, one: Case, made: Made): Promise<Made> {
  const { finding, responses } = made;
  const refused = responses.some(({ status }) => speaksOfKey(run.contract, status));
  if (refused && (await run.losesKey())) {
    const remarks = run.stopped === undefined ? [] : [run.stopped];
    return { ...made, finding: { ...finding, outcome: 'not run', evidence: [], remarks }, unclear: true };
  }
  const last = responses.at(-1);
  const compared = one.needs === 'key' && finding.evidence.length > 0 && last !== undefined;
  const unsteady = compared && differs(run, last) && !(await isSteady(run));
  return unsteady ? { ...made, finding: { ...finding, evidence: [] } } : made;
}

/** Whether the server still has the same response to the control request. Two are sent, because servers may take turns. */
async function isSteady(run: Run): Promise<boolean> {
  for (const _ of [1, 2]) {
    const response = await sendControl(run);
    if (response === undefined || differs(run, response)) return false;
  }
  return true;
}

/** Whether a response has another status or text than the one to the control request. */
function differs({ control }: Run, response: HttpResponse): boolean {
  return response.status !== control?.status || detailOf(response.json) !== detailOf(control.json);
}

async function sendControl(run: Run): Promise<HttpResponse | undefined> {
  const { contract, unknownCode } = run.context(run.recorder());
  try {
    const allowance = { html: true, redirect: true, crash: true };
    return await run.recorder().send(contract, unknownCode, {}, allowance);
  } catch (error) {
    if (error instanceof NoResponse || error instanceof Unanswered) return undefined;
    throw error;
  }
}

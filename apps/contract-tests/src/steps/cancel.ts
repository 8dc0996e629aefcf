import type { Case } from '../case.ts';
import { cancelRequest } from '../cases/requests.ts';
import { NoResponse } from '../exchange.ts';
import type { Finding } from '../findings.ts';
import type { Stage } from '../stage.ts';
import { speaksOfKey, speaksOfOrder } from '../statuses.ts';
import { touch } from './refuse.ts';

/** What came of a case that cancels. */
export interface Attempt {
  finding: Finding;
  /** The server answered with a success. */
  accepted: boolean;
  /** The server gave no complete response, or crashed. */
  crashed: boolean;
}

/** Cancels the open order by a case, and concludes it. */
export async function cancel(stage: Stage, one: Case): Promise<Finding | undefined> {
  const attempt = await attemptCancel(stage, one);
  if (attempt === undefined) stage.skip(one);
  else stage.conclude(one, attempt.finding);
  return attempt?.finding;
}

/**
 * Cancels the open order by a case. Where that is refused, the request that has worked before tells whether the case or the
 * order is at fault. An order that is at fault was already cancelled, or something that had touched it has cancelled it: the next one
 * gets the same requests again, the one after that none, and one more gets them again. Where those that got them cannot be
 * cancelled and those that did not can, they are the cause.
 *
 * @returns undefined when there was no order for it
 */
export async function attemptCancel(stage: Stage, one: Case): Promise<Attempt | undefined> {
  const again = stage.touching;
  let refused = 0;
  for (let code = stage.open(); code !== undefined; code = stage.open()) {
    const { finding, responses } = await stage.run.make(one, code);
    const accepted = responses.some(({ status }) => status < 300);
    const crashed = !responses.some(({ status }) => status < 500);
    const status = accepted ? undefined : await cancelAsBefore(stage, code);
    if (accepted || (status !== undefined && status < 300)) {
      stage.useUp();
      if (refused === 2 && again.length > 0) await compare(stage, again);
      return { finding, accepted, crashed };
    }
    // The case's request may have worked all the same, or the server does not know the order: nothing can be said of it.
    if (crashed || status === undefined || isElsewhere(stage, status) || status >= 500) {
      stage.touching = [];
      stage.orders.setAside('unknown');
      return { finding, accepted, crashed };
    }
    stage.orders.setAside('already-cancelled');
    stage.prove('doubtful');
    refused += 1;
    if (refused === 1) await touch(stage, again);
  }
  return undefined;
}

/** Whether a refusal is about the key or the code, and so says nothing of the order's state. */
function isElsewhere({ run }: Stage, status: number): boolean {
  return speaksOfKey(run.contract, status) || speaksOfOrder(run.contract, status);
}

/** Touches one more order with requests after which two others could not be cancelled, while an untouched one could. */
async function compare(stage: Stage, again: readonly Case[]): Promise<void> {
  await touch(stage, again);
  const code = stage.open();
  const status = code === undefined ? undefined : await cancelAsBefore(stage, code);
  if (status === undefined) return;
  if (status < 300) return stage.useUp();
  stage.orders.setAside('already-cancelled');
  stage.prove('changed');
  stage.stop('order.unchanged');
}

/** The status of the response to the request that has cancelled an order before; undefined when there was none. */
async function cancelAsBefore({ run }: Stage, code: string): Promise<number | undefined> {
  if (run.established === undefined) return undefined;
  const recorder = run.recorder();
  try {
    const request = cancelRequest(run.context(recorder, code), { body: run.established.body });
    return (await recorder.send(request)).status;
  } catch (error) {
    if (error instanceof NoResponse) return undefined;
    throw error;
  }
}

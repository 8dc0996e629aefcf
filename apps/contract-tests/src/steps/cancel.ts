import type { Case } from '../case.ts';
import { cancelRequest } from '../cases/requests.ts';
import { NoAnswer } from '../exchange.ts';
import type { Stage } from '../stage.ts';
import { touch } from './refuse.ts';

/**
 * Cancels the live order by a case. Where that is refused, the request that has worked before tells whether the case or the
 * order is at fault. An order that is at fault was spent, or something that had touched it has cancelled it: the next one
 * gets the same requests again, and the one after that none. Where only that one can be cancelled, they are the cause.
 */
export async function cancel(stage: Stage, one: Case): Promise<void> {
  const again = stage.touching;
  let refused = 0;
  for (let code = stage.live(); code !== undefined; code = stage.live()) {
    const { finding, answers } = await stage.run.make(one, code);
    const accepted = answers.some(({ status }) => status < 300);
    const status = accepted ? 200 : await cancelAsBefore(stage, code);
    if (status !== undefined && status < 300) {
      const changed = refused > 1 && again.length > 0 && stage.touching.length === 0;
      stage.burn();
      stage.conclude(one, finding);
      if (!changed) return;
      stage.run.proofs.push({ touchedBy: again.map(({ id }) => id), state: 'changed' });
      return stage.stop('order.unchanged');
    }
    stage.orders.setAside();
    // The server does not know the order, or does not answer: nothing can be said of what touched it.
    if (status === undefined || [401, 403, 404].includes(status) || status >= 500) {
      stage.touching = [];
      return stage.conclude(one, finding);
    }
    stage.prove('doubtful');
    refused += 1;
    if (refused === 1) await touch(stage, again);
  }
  stage.skip(one);
}

/** The status of the answer to the request that has cancelled an order before; undefined when there was none. */
async function cancelAsBefore({ run }: Stage, code: string): Promise<number | undefined> {
  if (run.established === undefined) return undefined;
  const recorder = run.recorder();
  try {
    const request = cancelRequest(run.context(recorder, code), { body: run.established.body });
    return (await recorder.send(request)).status;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}

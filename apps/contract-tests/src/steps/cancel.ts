import type { Case } from '../case.ts';
import { cancelRequest } from '../cases/requests.ts';
import { NoAnswer } from '../exchange.ts';
import type { Stage } from '../stage.ts';
import { touch } from './refuse.ts';

/**
 * Cancels the live order by a case. Where that is refused, the request that has worked before tells whether the case or the
 * order is at fault; an order that is at fault is replaced, and the next one gets the same requests again.
 */
export async function cancel(stage: Stage, one: Case): Promise<void> {
  for (let replaced = false; ; ) {
    const code = stage.live();
    if (code === undefined) return stage.skip(one);
    const { finding, answers } = await stage.run.make(one, code);
    const accepted = answers.some(({ status }) => status < 300);
    const status = accepted ? 200 : await cancelAsBefore(stage, code);
    if (status !== undefined && status < 300) {
      stage.burn();
      return stage.conclude(one, finding);
    }
    stage.orders.setAside();
    // The server does not know the order, or does not answer: nothing can be said of what touched it.
    if (status === undefined || [401, 403, 404].includes(status) || status >= 500) {
      stage.touching = [];
      return stage.conclude(one, finding);
    }
    const again = stage.touching;
    if (again.length === 0) continue;
    stage.prove(replaced ? 'changed' : 'doubtful');
    if (replaced) {
      stage.stop('order.unchanged');
      return stage.skip(one);
    }
    replaced = true;
    await touch(stage, again);
  }
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

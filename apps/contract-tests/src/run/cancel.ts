import type { Case } from '../cases/case.ts';
import type { Finding } from '../cases/verdict.ts';
import { speaksOfKey, speaksOfOrder } from '../contract/statuses.ts';
import type { HttpResponse } from '../http/message.ts';
import type { Made, Run } from './state.ts';

/** What came of a case that cancels. */
export interface Attempt {
  finding: Finding;
  responses: readonly HttpResponse[];
  /** The server answered with a success. */
  accepted: boolean;
}

/** Sends requests that must be refused to the open order. One that is accepted costs that order, and the next one takes its place. */
export async function touch(run: Run, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const code = run.open();
    if (code === undefined) return;
    run.orders.touch();
    const { finding, responses } = await run.make(one, code);
    run.conclude(one, finding);
    if (!run.mayBeCancelled(responses)) {
      run.touching.push(one);
      continue;
    }
    const later = { ...run.followed, 'superseded-version': 'version-57' };
    const isLater = finding.evidence.some(({ readings }) => readings.join() === later['superseded-version']);
    const contract = isLater ? run.readings.apply(run.written, later) : undefined;
    // A later version of the page has one status less: that is another reading, in which the other cases go on.
    if (contract !== undefined) [run.followed, run.contract] = [later, contract];
    run.touching = [];
    run.orders.useUp();
  }
}

/** Cancels the open order by a case, and concludes it. */
export async function cancel(run: Run, one: Case): Promise<Attempt | undefined> {
  const attempt = await attemptCancel(run, one);
  if (attempt === undefined) run.skip(one);
  else run.conclude(one, attempt.finding);
  return attempt;
}

/**
 * Cancels the open order by a case. Where that is refused, the request that has worked before tells whether the case or the
 * order is at fault. An order that is at fault was already cancelled, or something that had touched it has cancelled it: the next one
 * gets the same requests again, the one after that none, and one more gets them again. Where those that got them cannot be
 * cancelled and those that did not can, they are the cause.
 *
 * @returns undefined when there was no order for it
 */
export async function attemptCancel(run: Run, one: Case): Promise<Attempt | undefined> {
  const again = run.touching;
  let refused = 0;
  for (let code = run.open(); code !== undefined; code = run.open()) {
    run.orders.touch();
    const made = await run.make(one, code);
    const { finding, responses } = made;
    const accepted = responses.some(({ status }) => status < 300);
    const status = accepted ? undefined : await cancelAsBefore(run, code);
    if (accepted || (status !== undefined && status < 300)) {
      run.orders.useUp();
      run.prove('intact');
      if (refused === 2 && again.length > 0) await compare(run, again);
      return { finding, responses, accepted };
    }
    const why = reasonOf(run, made, status);
    run.orders.setAside(why);
    if (why === 'unknown') {
      run.touching = [];
      // A lost response, and then a refusal: the case may have cancelled the order, and is tried with another one.
      if (wasResent(made) && status !== undefined) continue;
      return { finding: { ...finding, evidence: [] }, responses, accepted };
    }
    if (why === 'refused') continue;
    run.prove('doubtful');
    refused += 1;
    if (refused === 1) await touch(run, again);
  }
  return undefined;
}

/** Why an order cannot be cancelled, neither by the case nor as another one was before. */
function reasonOf({ contract }: Run, made: Made, status: number | undefined): 'unknown' | 'refused' | 'already-cancelled' {
  const crashed = !made.responses.some((one) => one.status < 500);
  // The case's request may have worked all the same.
  if (crashed || made.unclear || wasResent(made) || status === undefined || status >= 500) return 'unknown';
  return speaksOfKey(contract, status) || speaksOfOrder(contract, status) ? 'refused' : 'already-cancelled';
}

function wasResent({ responses }: Made): boolean {
  return responses.some(({ resent }) => resent);
}

/** Touches one more order with requests after which two others could not be cancelled, while an untouched one could. */
async function compare(run: Run, again: readonly Case[]): Promise<void> {
  await touch(run, again);
  const code = run.open();
  const status = code === undefined ? undefined : await cancelAsBefore(run, code);
  if (status === undefined) return;
  if (status < 300) {
    run.orders.useUp();
    return run.prove('intact');
  }
  run.orders.setAside('already-cancelled');
  run.prove('changed');
  run.shortage = NO_MORE;
}

const NO_MORE = {
  en: 'a refused request cancels orders all the same (order.unchanged), so no further one is used',
  ko: '거부된 요청이 주문을 취소하므로(order.unchanged) 더 이상 주문을 쓰지 않습니다',
};

/** The status of the response to the request that has cancelled an order before; undefined when there was none. */
async function cancelAsBefore(run: Run, code: string): Promise<number | undefined> {
  const { established } = run;
  if (established === undefined) return undefined;
  const { responses, unclear } = await run.make(
    {
      ...PLAIN,
      run: async (context) => {
        await context.send({ body: established.body });
        return { outcome: 'passed', remarks: [], evidence: [] };
      },
    },
    code,
  );
  return unclear ? undefined : responses.at(-1)?.status;
}

/** A cancel that no case asks for. */
const PLAIN: Omit<Case, 'run'> = {
  id: 'cancel',
  title: { en: '', ko: '' },
  expects: { en: '', ko: '' },
  level: 'open',
  needs: 'cancels-order',
  order: 1,
  proves: [],
  asks: [],
};

import type { Case } from '../case.ts';
import { NoResponse } from '../exchange.ts';
import type { Recorder } from '../recorder.ts';
import { noResponse } from '../run.ts';
import type { Stage } from '../stage.ts';
import { diagnose, isRefusal, type Refusal } from './diagnosis.ts';
import { findReading, readingOf } from './find-reading.ts';

const isFirstCancel = ({ role }: Case) => role === 'first-cancel';

/**
 * Cancels the first order that can be, and finds the server's reading of the page by it.
 *
 * @param cases the cases that need a cancelled order; where there is none they are concluded
 */
export async function makeFirstCancel(stage: Stage, cases: readonly Case[]): Promise<void> {
  const { run, orders } = stage;
  const refusals: Refusal[] = [];
  for (let code = stage.open(); code !== undefined; code = stage.open()) {
    const recorder = run.recorder();
    const found = await findReading(run.context(recorder, code)).catch((error: unknown) => {
      if (error instanceof NoResponse) return { failure: noResponse(error) };
      throw error;
    });
    if ('names' in found) {
      run.established = found;
      run.reading = readingOf(run.contract, found);
      stage.firstCancel = recorder;
      stage.useUp();
      return;
    }
    refusals.push({ ...found, recorder });
    // A server that crashes, does not respond or says what no contract knows may cancel all the same: one order is enough.
    const unclear =
      'failure' in found || recorder.problems.length > 0 || !isRefusal(run.contract, found.refusal);
    orders.setAside(unclear ? 'unknown' : 'already-cancelled');
    if (unclear) break;
  }
  if (refusals.length > 0) {
    const { verdict, recorder, reason } = diagnose(run.contract, refusals);
    stage.shortage = reason;
    const blamed = cases.find(({ id }) => id === verdict?.caseId) ?? cases.find(isFirstCancel);
    if (verdict !== undefined && blamed !== undefined)
      stage.conclude(blamed, run.conclude(verdict, recorder));
  }
  for (const one of cases) stage.skip(one);
}

/** Makes the cases that look at the order which is cancelled, or at how it was. */
export async function askOfCancelled(stage: Stage, cases: readonly Case[]): Promise<void> {
  const { established } = stage.run;
  if (established === undefined) return;
  for (const one of cases) await stage.make(one, established.orderCode, sentBefore(stage, one));
}

/** What was sent before for a case that only judges it. */
function sentBefore({ firstCancel, run }: Stage, one: Case): Recorder | undefined {
  if (firstCancel === undefined) return undefined;
  if (one.role === 'reading') return { ...firstCancel, problems: [] };
  if (!isFirstCancel(one)) return undefined;
  // What was refused first is what the case is about.
  const refused = run.reading.names === 'table' && firstCancel.exchanges.length > 1;
  return refused ? { ...firstCancel, exchanges: firstCancel.exchanges.slice(0, 1) } : firstCancel;
}

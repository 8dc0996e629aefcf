import { statusesIn } from '@ax-cloud/contract/order-fields';
import type { Case } from '../cases/case.ts';
import type { Finding } from '../cases/verdict.ts';
import type { HttpResponse } from '../http/message.ts';
import type { Made, Run } from './state.ts';

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
    useUp(run, responses);
  }
}

/** The order of an accepted request is used up. Only a response that shows the order says that it is cancelled. */
export function useUp({ orders, contract }: Run, responses: readonly HttpResponse[]): void {
  const shown = responses.some(({ json }) =>
    statusesIn(contract, json).some((status) => typeof status === 'string'),
  );
  if (shown) orders.useUp();
  else orders.setAside('unknown');
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

/** How many orders in a row that the server does not know get all requests again. */
const MOST_REPEATS = 2;

/**
 * The server does not know the order, or it is another channel's: its responses to the requests before show nothing. The next order
 * gets these requests.
 *
 * @param refusals how many such orders came in a row
 */
export async function touchNext(run: Run, refusals: number): Promise<void> {
  const cases = run.touching;
  for (const one of cases) run.waiting.delete(one);
  run.touching = [];
  // More orders like these would cost hundreds of requests. The cases get the first order that is left in the end.
  if (refusals <= MOST_REPEATS) await touch(run, cases);
}

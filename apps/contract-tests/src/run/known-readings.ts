import type { Contract } from '@ax-cloud/contract/contract';
import { demandedFields, orderOf } from '@ax-cloud/contract/order-fields';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import type { Evidence } from '../cases/verdict.ts';
import type { HttpResponse } from '../http/message.ts';
import { createResponseCheck } from '../http/response-check.ts';

/** The readings of a question that all evidence allows. */
export function shownBy(evidence: readonly Evidence[], question: string): readonly string[] {
  const own = evidence.filter((one) => one.question === question && one.readings.length > 0);
  const all = own.map((one) => one.readings);
  const [first = [], ...others] = all.sort((one, other) => one.length - other.length);
  return first.filter((reading) => others.every((readings) => readings.includes(reading)));
}

/** What is needed to try a reading. */
interface Trying {
  written: Contract;
  readings: Readings;
  /** The readings that the server follows in place of the contract's: question → reading. */
  followed: Readonly<Record<string, string>>;
}

/** The contract in this reading of a question, combined with those that the server follows; undefined where it does not apply. */
export function under(
  { written, readings, followed }: Trying,
  question: string,
  reading: string,
): Contract | undefined {
  const { [question]: _, ...others } = followed;
  return readings.apply(
    written,
    reading === readings.taken(question) ? others : { ...others, [question]: reading },
  );
}

/**
 * The reading of a question under which a response is the documented success. If there are several, the one that demands the most
 * fields. The contract's own reading brings those that do not change the contract. Empty when there is none.
 */
export function followedBy(run: Trying, question: string, response: HttpResponse): readonly string[] {
  const { readings } = run;
  const own = readings.taken(question);
  const others = readings.all.filter((one) => one.question === question).map(({ reading }) => reading);
  const fitting = [own, ...others].flatMap((reading) => {
    const contract = under(run, question, reading);
    if (contract === undefined || Object.keys(orderOf(contract, response.json)).length === 0) return [];
    const problems = createResponseCheck(contract).problems(response, contract.success.status);
    return problems.length === 0 ? [{ reading, demands: demandedFields(contract) }] : [];
  });
  const [best] = fitting.sort((one, other) => other.demands - one.demands);
  if (best === undefined) return [];
  return best.reading === own ? [own, ...readings.unwritten(question)] : [best.reading];
}

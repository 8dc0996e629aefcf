import type { Contract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings, type Readings } from '@ax-cloud/contract/readings/load-readings';
import type { Case } from '../src/cases/case.ts';
import { allCases } from '../src/cases/load.ts';
import type { CaseResult, Spending } from '../src/report/result.ts';
import { createRunId } from '../src/run/run-id.ts';
import { runCases } from '../src/run/schedule.ts';
import type { Settings } from '../src/settings.ts';

export const ledger = await loadLedger();
export const readings = await loadReadings(ledger);

/** What a run replaces of its defaults. */
interface Overrides {
  /** The other readings of the page that change this contract. */
  others?: Readings | undefined;
  cases?: readonly Case[];
  runId?: string;
  signal?: AbortSignal;
}

/**
 * Runs the cases of a contract against a running server, in this process and without vitest.
 *
 * @throws any error of the suite itself
 */
export async function judge(
  settings: Settings,
  contract: Contract,
  { others = readings, cases = allCases(contract), runId = createRunId(), signal }: Overrides = {},
): Promise<{ results: CaseResult[]; spending: Spending }> {
  const results: CaseResult[] = [];
  const input = { settings, contract, readings: others, cases, runId, signal };
  const spending = await runCases(input, (id, finding) => {
    const one = cases.find((each) => each.id === id);
    if (one === undefined) return;
    const { title, expects, level, needs, proves, asks } = one;
    results.push({ ...finding, id, title, expects, level, needs, proves, asks });
  });
  return { results, spending };
}

import type { Contract } from '@ax-cloud/contract/contract';
import { deriveCases } from './cases.ts';
import type { CaseResult } from './findings.ts';
import { runCases, type Spending } from './schedule.ts';
import type { Settings } from './settings.ts';

/**
 * Runs all cases of a contract against a server that is up, in this process and without vitest.
 *
 * @throws whatever fails in the suite itself
 */
export async function judge(
  settings: Settings,
  contract: Contract,
): Promise<{ results: CaseResult[]; spending: Spending }> {
  const cases = deriveCases(contract);
  const results: CaseResult[] = [];
  const spending = await runCases(settings, contract, cases, (id, finding) => {
    const one = cases.find((each) => each.id === id);
    if (one === undefined) return;
    const { title, expects, needs } = one;
    results.push({ ...finding, id, title, expects, needs });
  });
  return { results, spending };
}

import type { Contract } from '@ax-cloud/contract/contract';
import type { Case } from './case.ts';
import type { Finding } from './findings.ts';
import { runCases, type Spending } from './schedule.ts';
import type { Settings } from './settings.ts';

/** Cases that are under way, in whatever order costs the fewest orders. */
export interface StartedCases {
  /** What came of a case, as soon as it is known. Rejects when the suite itself fails. */
  finding(id: string): Promise<Finding>;
  /** What the run has used up, when it is over. */
  spending: Promise<Spending>;
}

/** Starts cases, so that a test for each can wait for its own. */
export function startCases(settings: Settings, contract: Contract, cases: readonly Case[]): StartedCases {
  const waiting = new Map(cases.map(({ id }) => [id, Promise.withResolvers<Finding>()]));
  const spending = runCases(settings, contract, cases, (id, finding) => waiting.get(id)?.resolve(finding));
  spending.catch((error: unknown) => {
    for (const { promise, reject } of waiting.values()) {
      // Nobody may be waiting for it any more.
      promise.catch(() => {});
      reject(error);
    }
  });
  return {
    spending,
    finding(id) {
      const one = waiting.get(id);
      if (one === undefined) throw new Error(`There is no case "${id}" in this run.`);
      return one.promise;
    },
  };
}

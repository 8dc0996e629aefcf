import { BroadcastChannel } from 'node:worker_threads';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { beforeAll, expect, inject, test } from 'vitest';
import { titleOf } from '../src/cases/case.ts';
import { allCases } from '../src/cases/load.ts';
import type { Finding } from '../src/cases/verdict.ts';
import type { Spending } from '../src/report/result.ts';
import { runCases } from '../src/run/schedule.ts';

const { settings, runId, only, stopChannel } = inject('run');
const contract = await loadContract();
const readings = await loadReadings(await loadLedger());
const cases = allCases(contract).filter(({ id }) => only.includes(id));
const findings = new Map(cases.map(({ id }) => [id, Promise.withResolvers<Finding>()]));
let spending: Promise<Spending>;
const last = cases.at(-1);

beforeAll(() => {
  const stop = new AbortController();
  const channel = new BroadcastChannel(stopChannel);
  channel.onmessage = () => stop.abort();
  spending = runCases({ settings, contract, readings, cases, runId, signal: stop.signal }, (id, finding) =>
    findings.get(id)?.resolve(finding),
  ).finally(() => channel.close());
  spending.catch((error: unknown) => {
    for (const { promise, reject } of findings.values()) {
      // No test may be waiting for it any more.
      promise.catch(() => {});
      reject(error);
    }
  });
});

for (const one of cases) {
  test(titleOf(one), async ({ task, skip }) => {
    task.meta.caseId = one.id;
    const finding = await findings.get(one.id)?.promise;
    if (finding === undefined) throw new Error(`There is no case "${one.id}" in this run.`);
    task.meta.finding = finding;
    if (one === last) task.meta.spending = await spending;
    const said = finding.remarks.map(({ en }) => en).join('\n');
    if (finding.outcome === 'skipped' || finding.outcome === 'not run') skip(said);
    if (finding.outcome === 'failed') expect.fail(said);
  });
}

import { runScript } from './run.ts';
import type { Scratch } from './scratch.ts';

/** The results of the contract tests against the mock of a copy. */
export interface Found extends Counts {
  /** Question of the ledger → the reading that the mock shows. It settles nothing about a server. */
  answers: Readonly<Record<string, string>>;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  error: number;
}

/**
 * Runs the contract tests of a copy against its mock.
 *
 * @throws {Error} with their output, if they could not run or found a fault
 */
export async function runContractTests(scratch: Scratch): Promise<Found> {
  const { ok, output } = await runScript(scratch, 'apps/contract-tests', 'contract', {
    env: { AX_REPORT_DIR: scratch.path('report') },
  });
  if (!ok) throw new Error(faults(output));
  const { summary, mockAnswers } = JSON.parse(await scratch.read('report/contract.json')) as Report;
  return { ...summary.counts, answers: mockAnswers };
}

interface Report {
  summary: { counts: Counts };
  mockAnswers: Found['answers'];
}

/** The lines of the failed cases, and the summary at the end. */
function faults(output: string): string {
  const lines = output.trim().split('\n');
  const failed = lines.flatMap((line, index) => (/^[✗!]/.test(line) ? lines.slice(index, index + 4) : []));
  return [...failed, ...lines.slice(-4)].join('\n');
}

import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';
import type { Case } from './case.ts';
import type { CaseResult } from './findings.ts';
import { createReporter } from './reporter.ts';
import type { Spending } from './schedule.ts';
import { createSettingsMask, type Settings } from './settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: Settings;
    /** The ids of the cases to run. */
    selected: readonly string[];
  }
}

/**
 * Runs cases as vitest tests against a server that is up.
 *
 * @param print takes each line of the progress
 * @returns the result of each case, what the run used up, and what went wrong in the suite itself
 */
export async function execute(
  settings: Settings,
  cases: readonly Case[],
  print: (line: string) => void,
): Promise<{ results: CaseResult[]; spending: Spending; errors: string[] }> {
  const { reporter, results, spending, errors } = createReporter(cases, print, createSettingsMask(settings));
  const vitest = await createVitest('test', {
    root: fileURLToPath(new URL('..', import.meta.url)),
    config: false,
    include: ['suite/contract.test.ts'],
    watch: false,
    // One file, one process: what the cases share is in its memory.
    pool: 'threads',
    provide: { settings, selected: cases.map(({ id }) => id) },
    reporters: [reporter],
    // Each exchange has its own limit.
    testTimeout: 0,
    // Vitest would otherwise print what the cases already said.
    onConsoleLog: () => false,
  });
  const before = process.exitCode;
  try {
    await vitest.start();
  } finally {
    await vitest.close();
    // Vitest sets it when a test fails; the exit code of a run says more than that.
    process.exitCode = before;
  }
  return { results: results(), spending: spending(), errors };
}

import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';
import type { CaseResult } from './findings.ts';
import { createReporter } from './reporter.ts';
import { keyMask, type Settings } from './settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: Settings;
  }
}

/**
 * Runs the suite in vitest against a server that is up.
 *
 * @param print takes each line of the progress
 * @returns the result of each case, and what went wrong in the suite itself
 */
export async function execute(
  settings: Settings,
  print: (line: string) => void,
): Promise<{ results: CaseResult[]; errors: string[] }> {
  const { reporter, results, errors } = createReporter(print, keyMask(settings));
  const vitest = await createVitest('test', {
    root: fileURLToPath(new URL('..', import.meta.url)),
    config: false,
    include: ['suite/contract.test.ts'],
    watch: false,
    provide: { settings },
    reporters: [reporter],
    // Each exchange has its own limit; a case may have several.
    testTimeout: settings.timeoutMs * 3,
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
  return { results, errors };
}

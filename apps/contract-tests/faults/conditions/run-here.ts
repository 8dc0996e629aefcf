import { runCommandLine } from '../../src/command.ts';
import type { Execute } from '../../src/execute.ts';
import { judge, ledger } from '../judge.ts';
import { contract } from '../words.ts';
import type { EndedCommand } from './start-command.ts';

/**
 * Runs the whole command in this process, with only the given settings. It skips vitest, which takes most of a run's time.
 * Output, reports and exit code are those of the command. To test vitest itself, use `runCommand`; to test signals and variables
 * that Node.js reads at its start, `startCommand`.
 */
export async function runHere(
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<EndedCommand> {
  const printed = { stdout: '', stderr: '' };
  const code = await runCommandLine(args, {
    env,
    color: false,
    print: (line) => {
      printed.stdout += `${line}\n`;
    },
    printError: (line) => {
      printed.stderr += `${line}\n`;
    },
    loadContract: async () => contract,
    loadLedger: async () => ledger,
    execute: executeHere,
  });
  return { code, ...printed };
}

/** Runs cases without vitest, and reports their results in the order of the cases. */
const executeHere: Execute = (settings, cases, runId, onResult) => {
  const stop = new AbortController();
  const run = async () => {
    const { results, spending } = await judge(settings, contract, { cases, runId, signal: stop.signal });
    const inOrder = cases.flatMap(({ id }) => results.filter((one) => one.id === id));
    inOrder.forEach(onResult);
    return { results: inOrder, spending, errors: [] };
  };
  return { done: run(), stop: () => stop.abort() };
};

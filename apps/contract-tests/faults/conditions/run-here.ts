import { runCommandLine } from '../../src/command.ts';
import type { Execute } from '../../src/execute.ts';
import { judge, ledger } from '../judge.ts';
import { contract } from '../words.ts';
import type { EndedCommand } from './start-command.ts';

/**
 * Runs the command to its end with no setting but the given ones, in this process and without vitest, which is most of what a
 * run costs. Its settings, what it prints, its reports and its exit code are those of the command. What a process has beyond that
 * (signals, what Node.js reads as it starts) and what vitest makes of the cases is for `runCommand`.
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

/** Runs cases without vitest, and says what came of them in their order. */
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

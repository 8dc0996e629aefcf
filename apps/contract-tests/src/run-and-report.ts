import type { Contract } from '@ax-cloud/contract/contract';
import { fingerprintOf } from '@ax-cloud/contract/fingerprint';
import type { Bilingual, Ledger } from '@ax-cloud/contract/ledger';
import { MOCK_HEADER } from '@ax-cloud/contract/mock-header';
import type { Case } from './cases/case.ts';
import type { Execute, Execution } from './execute.ts';
import { createReport } from './report/report.ts';
import { caseLines, endLines } from './report/terminal.ts';
import { writeReports } from './report/write.ts';
import { createRunId } from './run/run-id.ts';
import { createSettingsMask, type Settings } from './settings.ts';

/** The environment of the command: its variables, its outputs, and how it runs cases. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** Whether the output may have colours. */
  color: boolean;
  print(line: string): void;
  printError(line: string): void;
  loadContract(): Promise<Contract>;
  loadLedger(): Promise<Ledger>;
  execute: Execute;
}

/** The cases to run, and the server to run them against. */
interface Selected {
  /** The address is that of a running server. */
  settings: Settings;
  contract: Contract;
  cases: readonly Case[];
  /** The number of all cases, selected or not. */
  all: number;
  /** The names that selected the cases; empty if all are selected. */
  only: readonly string[];
  quiet: boolean;
}

export const COULD_NOT_RUN = 2;
/** A signal that comes sooner than this after the first one belongs to the same Ctrl-C, in milliseconds. */
const SECOND_SIGNAL_MS = 1000;

/**
 * Runs cases against a server, prints their results, and writes the reports.
 *
 * @returns the exit code
 */
export async function runAndReport(selected: Selected, surroundings: Surroundings): Promise<number> {
  const { settings, contract, cases, all, only, quiet } = selected;
  const { env, color, print, printError } = surroundings;
  const style = { color, quiet, width: Math.max(...cases.map(({ id }) => id.length)) };
  const runId = createRunId();
  const startedAt = new Date();
  const started = performance.now();
  const mask = createSettingsMask(settings);
  let execution: Execution | undefined;
  const signals = listenToSignals(printError, () => execution?.stop());
  execution = surroundings.execute(
    settings,
    cases,
    runId,
    (result) => caseLines(result, style).forEach(print),
    mask,
  );
  const { results, spending, errors } = await execution.done;
  signals.close();
  const { maxOrders = null, rate = null, concurrency, timeoutMs, target, baseUrl } = settings;
  const isMock =
    target === 'mock' || results.some(({ exchange }) => MOCK_HEADER in (exchange?.response?.headers ?? {}));
  const report = createReport(
    {
      results,
      spending: errors.length === 0 ? spending : { ...spending, obstacle: failedItself(errors) },
      runId,
      startedAt,
      seconds: (performance.now() - started) / 1000,
      contract: { version: contract.version, sha256: fingerprintOf(contract.document) },
      target: { kind: isMock ? 'mock' : 'server', baseUrl },
      options: { maxOrders, rate, concurrency, timeoutMs, only: [...only] },
      all,
      interrupted: signals.first(),
    },
    await surroundings.loadLedger(),
  );
  endLines(report, style).forEach(print);
  errors.forEach(printError);
  if (report.summary.exitCode === COULD_NOT_RUN) {
    for (const { en } of report.summary.reasons) printError(en);
  }
  const written = writeReports(report, settings.reportDir, env.GITHUB_STEP_SUMMARY);
  if (settings.reportDir !== undefined) print(`Reports: ${written.join(', ')}`);
  return report.summary.exitCode;
}

type Signal = 'SIGINT' | 'SIGTERM';

/**
 * Stops a run at the first signal. The terminal and the parent process may both forward one Ctrl-C; a later signal ends the process
 * at once.
 */
function listenToSignals(printError: Surroundings['printError'], stop: () => void) {
  let first: Signal | undefined;
  let stoppedAt = 0;
  const onSignal = (signal: Signal) => {
    if (first !== undefined && performance.now() - stoppedAt > SECOND_SIGNAL_MS) process.exit(COULD_NOT_RUN);
    if (first !== undefined) return;
    stoppedAt = performance.now();
    first = signal;
    printError('Stopping: what is under way is waited for, and the report is written.');
    stop();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    /** The signal that stopped the run; undefined if none came. */
    first: () => first,
    close: () => void process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}

function failedItself([error = '']: readonly string[]): Bilingual {
  const [first = ''] = error.split('\n');
  return { en: `The suite itself failed: ${first}`, ko: `테스트 자체에 오류가 있습니다: ${first}` };
}

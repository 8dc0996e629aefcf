import { fileURLToPath } from 'node:url';
import { BroadcastChannel } from 'node:worker_threads';
import type { Reporter, TestCase } from 'vitest/node';
import type { Case } from './cases/case.ts';
import { type Finding, NOT_RUN } from './cases/verdict.ts';
import type { CaseResult, Spending } from './report/result.ts';
import type { Settings } from './settings.ts';

/** The input of the suite. */
interface ProvidedRun {
  settings: Settings;
  runId: string;
  /** The ids of the cases to run. */
  only: readonly string[];
  /** A message on this channel ends the run. */
  stopChannel: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    run: ProvidedRun;
  }
  interface TaskMeta {
    caseId?: string;
    finding?: Finding;
    /** On the last test only. */
    spending?: Spending;
  }
}

/** A run that is under way. */
export interface Execution {
  /** The result of each case, what the run used up, and the errors of the suite itself. */
  done: Promise<{ results: CaseResult[]; spending: Spending; errors: string[] }>;
  /** Ends the run: waits for the requests that are under way, and sends nothing more. */
  stop(): void;
}

/**
 * Runs cases against a server that is up.
 *
 * @param onResult receives each result as it comes
 * @param mask hides secrets in errors of the suite; findings are masked already
 */
export type Execute = (
  settings: Settings,
  cases: readonly Case[],
  runId: string,
  onResult: (result: CaseResult) => void,
  mask: (text: string) => string,
) => Execution;

/** Runs cases as vitest tests. */
export const execute: Execute = (settings, cases, runId, onResult, mask) => {
  const channel = new BroadcastChannel(`${runId} stop`);
  channel.unref();
  const results = new Map<string, CaseResult>();
  const errors: string[] = [];
  let spending = NOTHING;

  const reporter: Reporter = {
    onTestCaseResult(testCase) {
      const { caseId, spending: used } = testCase.meta();
      if (used !== undefined) spending = used;
      const one = cases.find(({ id }) => id === caseId);
      if (one === undefined) return;
      const result = { ...describe(one), ...findingOf(testCase, mask) };
      results.set(one.id, result);
      onResult(result);
    },
    onTestModuleEnd(module) {
      errors.push(...module.errors().map((error) => mask(error.stack ?? error.message)));
    },
    onTestRunEnd(_modules, unhandled) {
      errors.push(...unhandled.map((error) => mask(error.stack ?? error.message)));
    },
  };

  async function run() {
    const listening = SIGNALS.map((signal) => process.listeners(signal));
    // Loaded only here, because commands that send nothing do not need it.
    const { createVitest } = await import('vitest/node');
    const vitest = await createVitest('test', {
      root: fileURLToPath(new URL('..', import.meta.url)),
      config: false,
      include: ['suite/contract.test.ts'],
      watch: false,
      // One file in one thread, because the cases share state in memory.
      pool: 'threads',
      provide: {
        run: { settings, runId, only: cases.map(({ id }) => id), stopChannel: channel.name },
      },
      reporters: [reporter],
      // Each exchange has its own limit.
      testTimeout: 0,
      hookTimeout: 0,
      // Vitest would otherwise print what the cases already said.
      onConsoleLog: () => false,
    });
    // Vitest's own listeners end the process at a signal. The report must be written first.
    for (const [index, signal] of SIGNALS.entries()) {
      const added = process.listeners(signal).filter((listener) => !listening[index]?.includes(listener));
      for (const listener of added) process.off(signal, listener);
    }
    const before = process.exitCode;
    try {
      await vitest.start();
    } finally {
      await vitest.close();
      channel.close();
      // Vitest sets it when a test fails. The exit code of a run is the verdict's.
      process.exitCode = before;
    }
    return {
      results: cases.map((one): CaseResult => results.get(one.id) ?? { ...describe(one), ...NOT_RUN }),
      spending,
      errors,
    };
  }

  return { done: run(), stop: () => channel.postMessage('stop') };
};

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const NOTHING: Spending = {
  requests: 0,
  durationsMs: [],
  lost: 0,
  orders: { cancelled: [], alreadyCancelled: [], refused: [], unknown: [], open: [], untouched: [] },
  obstacle: undefined,
  stopped: undefined,
  cancelled: false,
};

function describe({ id, title, expects, level, needs, proves, asks }: Case) {
  return { id, title, expects, level, needs, proves, asks };
}

/** The finding of a test. A failed test without one is an error of the suite itself. */
function findingOf(testCase: TestCase, mask: (text: string) => string): Finding {
  const { finding } = testCase.meta();
  if (finding !== undefined) return finding;
  const { state, errors = [] } = testCase.result();
  const messages = errors.map(({ message }) => mask(message));
  return {
    ...NOT_RUN,
    outcome: state === 'failed' ? 'error' : 'not run',
    remarks: messages.map((message) => ({ en: message, ko: message })),
  };
}

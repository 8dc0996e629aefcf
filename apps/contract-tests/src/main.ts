import { CommandError } from '@ax-cloud/contract/command-error';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { fingerprintOf } from '@ax-cloud/contract/fingerprint';
import { type Bilingual, loadLedger } from '@ax-cloud/contract/ledger';
import { MOCK_HEADER } from '@ax-cloud/contract/mock-header';
import manifest from '../package.json' with { type: 'json' };
import { type Command, readArguments, USAGE } from './arguments.ts';
import type { Case } from './cases/case.ts';
import { allCases } from './cases/load.ts';
import { type Execution, execute } from './execute.ts';
import { diffReports } from './report/diff.ts';
import { readReport } from './report/read-report.ts';
import { createReport } from './report/report.ts';
import { caseLines, endLines } from './report/terminal.ts';
import { prepareFolder, writeReports } from './report/write.ts';
import { describePlan, planOrders } from './run/plan.ts';
import { createRunId } from './run/run-id.ts';
import { listCases, selectCases } from './selection.ts';
import { createSettingsMask, readSettings, type Settings, unknownVariables } from './settings.ts';

const COULD_NOT_RUN = 2;
/** A signal that comes sooner than this after the first one belongs to the same Ctrl-C, in milliseconds. */
const SECOND_SIGNAL_MS = 1000;
const print = (line: string) => console.log(line);

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    return await carryOut(readArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    return COULD_NOT_RUN;
  }
}

async function carryOut(command: Command): Promise<number> {
  switch (command.do) {
    case 'help':
    case 'version':
      print(command.do === 'help' ? USAGE : manifest.version);
      return 0;
    case 'diff': {
      const files = command.reports.map((path) => ({ path, report: readReport(path) }));
      const { lines, worse } = diffReports(files, command.all);
      lines.forEach(print);
      return command.exitCode && worse ? 1 : 0;
    }
    default:
      return runOrShow(command);
  }
}

/** A command about cases. */
type CaseCommand = Extract<Command, { do: 'run' | 'list' | 'plan' }>;

async function runOrShow(command: CaseCommand): Promise<number> {
  const contract = await loadContract();
  const all = allCases(contract);
  const { cases, only } = selectCases(all, command, process.env);
  if (command.do === 'list') {
    listCases(cases).forEach(print);
    return 0;
  }
  const settings = readSettings(process.env, contract);
  for (const name of unknownVariables(process.env)) {
    console.error(`Ignoring unknown variable ${name}; the README lists the supported ones.`);
  }
  announce(settings, cases);
  if (command.do === 'plan') {
    describePlan(cases).forEach(print);
    return 0;
  }
  if (settings.reportDir !== undefined) prepareFolder(settings.reportDir);
  const test = (started: Settings) => run(started, contract, cases, all.length, { ...command, only });
  if (settings.target === 'server') return test(settings);
  // Loaded only here, because a run against a server does not need Prism.
  const { startMock } = await import('@ax-cloud/channel-mock');
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({ port: 0, log: 'off', apiKey, orderCodes, contract: async () => contract });
  try {
    return await test({ ...settings, baseUrl: mock.url });
  } finally {
    await mock.close();
  }
}

function announce({ target, baseUrl, orderCodes }: Settings, cases: readonly Case[]): void {
  const { least, most, faulty } = planOrders(cases);
  const where = target === 'mock' ? 'the mock' : baseUrl;
  const range = least === most ? `${least}` : `${least}–${most}`;
  const given =
    target === 'mock' ? `the mock has ${orderCodes.length}` : `${orderCodes.length} are available`;
  print(`${cases.length} cases against ${where}. This run will cancel ${range} orders; ${given}.`);
  if (target === 'mock') return;
  print(`A server that accepts what it must refuse costs one more for each such case, ${faulty} at most.`);
  if (orderCodes.length < most) print('With too few orders, the cases without one are skipped.');
}

async function run(
  settings: Settings,
  contract: Contract,
  cases: readonly Case[],
  all: number,
  { only, pattern, quiet }: CaseCommand,
): Promise<number> {
  const style = {
    color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
    quiet,
    width: Math.max(...cases.map(({ id }) => id.length)),
  };
  const runId = createRunId();
  const startedAt = new Date();
  const started = performance.now();
  const mask = createSettingsMask(settings);
  let execution: Execution | undefined;
  const stopListening = listenForSignals(() => execution?.stop());
  execution = execute(settings, cases, runId, (result) => caseLines(result, style).forEach(print), mask);
  const { results, spending, errors } = await execution.done;
  const interrupted = stopListening();
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
      options: {
        maxOrders,
        rate,
        concurrency,
        timeoutMs,
        only: pattern === undefined ? only : [...only, `-t ${pattern}`],
      },
      all,
      interrupted,
    },
    await loadLedger(),
  );
  endLines(report, style).forEach(print);
  for (const error of errors) console.error(error);
  if (report.summary.exitCode === COULD_NOT_RUN) {
    for (const { en } of report.summary.reasons) console.error(en);
  }
  const written = writeReports(report, settings.reportDir);
  if (settings.reportDir !== undefined) print(`Reports: ${written.join(', ')}`);
  return report.summary.exitCode;
}

type Signal = 'SIGINT' | 'SIGTERM';

/**
 * Stops a run at the first signal. The terminal and the parent process may both forward one Ctrl-C; a later signal ends the process
 * at once.
 *
 * @returns stops listening, and gives the signal that came
 */
function listenForSignals(stop: () => void): () => Signal | undefined {
  let stoppedAt = 0;
  let received: Signal | undefined;
  const listener = (signal: Signal) => {
    if (received !== undefined && performance.now() - stoppedAt > SECOND_SIGNAL_MS)
      process.exit(COULD_NOT_RUN);
    if (received !== undefined) return;
    stoppedAt = performance.now();
    received = signal;
    console.error('Stopping: waiting for the requests that are under way, then writing the report.');
    stop();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return () => {
    process.off('SIGINT', listener);
    process.off('SIGTERM', listener);
    return received;
  };
}

function failedItself([error = '']: readonly string[]): Bilingual {
  const [first = ''] = error.split('\n');
  return { en: `The suite itself failed: ${first}`, ko: `테스트 자체에 오류가 있습니다: ${first}` };
}

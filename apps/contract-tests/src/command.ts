import { CommandError } from '@ax-cloud/contract/command-error';
import manifest from '../package.json' with { type: 'json' };
import { type Command, readArguments, USAGE } from './arguments.ts';
import type { Case } from './cases/case.ts';
import { allCases } from './cases/load.ts';
import { diffReports } from './report/diff.ts';
import { readReport } from './report/read-report.ts';
import { prepareFolder } from './report/write.ts';
import { describePlan, planOrders } from './run/plan.ts';
import { COULD_NOT_RUN, runAndReport, type Surroundings } from './run-and-report.ts';
import { listCases, selectCases } from './selection.ts';
import { readSettings, type Settings, unknownVariables } from './settings.ts';

/**
 * Does what the command line asks for.
 *
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await carryOut(readArguments(args), surroundings);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    surroundings.printError(error.message);
    return COULD_NOT_RUN;
  }
}

async function carryOut(command: Command, surroundings: Surroundings): Promise<number> {
  const { print } = surroundings;
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
      return runOrShow(command, surroundings);
  }
}

/** What a command about cases asks for. */
type CaseCommand = Extract<Command, { do: 'run' | 'list' | 'plan' }>;

async function runOrShow(command: CaseCommand, surroundings: Surroundings): Promise<number> {
  const { env, print, printError } = surroundings;
  const contract = await surroundings.loadContract();
  const all = allCases(contract);
  const { cases, only } = selectCases(all, command, env);
  if (command.do === 'list') {
    listCases(cases).forEach(print);
    return 0;
  }
  const settings = readSettings(env, contract);
  for (const name of unknownVariables(env)) {
    printError(`Ignoring unknown variable ${name}; the README lists the supported ones.`);
  }
  announcement(settings, cases).forEach(print);
  if (command.do === 'plan') {
    describePlan(cases).forEach(print);
    return 0;
  }
  if (settings.reportDir !== undefined) prepareFolder(settings.reportDir);
  const { pattern, quiet } = command;
  const selected = pattern === undefined ? only : [...only, `-t ${pattern}`];
  const run = (started: Settings) =>
    runAndReport(
      { settings: started, contract, cases, all: all.length, only: selected, quiet },
      surroundings,
    );
  if (settings.target === 'server') return run(settings);
  // Loaded only where it is needed: a run against a server does not want Prism.
  const { startMock } = await import('@ax-cloud/channel-mock');
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({ port: 0, log: 'off', apiKey, orderCodes, contract: async () => contract });
  try {
    return await run({ ...settings, baseUrl: mock.url });
  } finally {
    await mock.close();
  }
}

/** What a run is about to do. */
function announcement({ target, baseUrl, orderCodes }: Settings, cases: readonly Case[]): string[] {
  const { least, most, faulty } = planOrders(cases);
  const where = target === 'mock' ? 'the mock' : baseUrl;
  const range = least === most ? `${least}` : `${least}–${most}`;
  const given =
    target === 'mock' ? `the mock has ${orderCodes.length}` : `${orderCodes.length} are available`;
  const lines = [`${cases.length} cases against ${where}. This run will cancel ${range} orders; ${given}.`];
  if (target === 'mock') return lines;
  lines.push(
    `A server that accepts what it must refuse costs one more for each such case, ${faulty} at most.`,
  );
  if (orderCodes.length < most)
    lines.push('With fewer, the cases that have none left are skipped, and say so.');
  return lines;
}

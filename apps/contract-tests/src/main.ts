import { CommandError } from '@ax-cloud/contract/command-error';
import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { type Command, readArguments, USAGE } from './arguments.ts';
import type { Case } from './case.ts';
import { deriveCases } from './cases.ts';
import { diffReports, readReport } from './diff.ts';
import { execute } from './execute.ts';
import { planOrders } from './plan.ts';
import { preflight } from './preflight.ts';
import { createReport } from './report.ts';
import { prepareFolder, writeReports } from './reports/write.ts';
import { select } from './selection.ts';
import { createSettingsMask, readSettings, type Settings, unknownVariables } from './settings.ts';
import { summarize } from './summary.ts';

const COULD_NOT_RUN = 2;
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
  if (command.do === 'help') {
    print(USAGE);
    return 0;
  }
  if (command.do === 'diff') {
    diffReports(readReport(command.before), readReport(command.after)).forEach(print);
    return 0;
  }
  const contract = await loadContract();
  const cases = select(deriveCases(contract), command.only);
  if (command.do === 'list') {
    list(cases);
    return 0;
  }
  const settings = readSettings(process.env, contract);
  for (const name of unknownVariables(process.env)) {
    console.error(`Ignoring unknown variable ${name}; the README lists the supported ones.`);
  }
  if (settings.reportDir !== undefined) prepareFolder(settings.reportDir);
  if (settings.target === 'server') return test(settings, contract, cases);
  // Loaded only where it is needed: a run against a server does not want Prism.
  const { startMock } = await import('@ax-cloud/channel-mock');
  const { apiKey, orderCodes } = settings;
  const mock = await startMock({
    port: 0,
    log: 'off',
    apiKey,
    orderCodes,
    contract: async () => contract,
  });
  try {
    return await test({ ...settings, baseUrl: mock.url }, contract, cases);
  } finally {
    await mock.close();
  }
}

/** A run that is stopped has no report, and what it was about to cancel may be cancelled all the same. */
function sayWhatAStopLeaves(): void {
  const stop = (code: number) => {
    console.error(
      'Stopped before the end, and no report was written. Any order of AX_ORDER_CODES may be cancelled by now: run again with them to see which are already cancelled, or set fresh ones.',
    );
    process.exit(code);
  };
  process.once('SIGINT', () => stop(130));
  process.once('SIGTERM', () => stop(143));
}

function list(cases: readonly Case[]): void {
  const width = (part: (one: Case) => string) => Math.max(...cases.map((one) => part(one).length));
  const [ids, needs] = [width(({ id }) => id), width((one) => one.needs)];
  for (const one of cases) print(`${one.id.padEnd(ids)}  ${one.needs.padEnd(needs)}  ${one.title.en}`);
}

async function test(settings: Settings, contract: Contract, cases: readonly Case[]): Promise<number> {
  const { least, most } = planOrders(cases);
  const { target, baseUrl, orderCodes } = settings;
  const where = target === 'mock' ? `the mock (${baseUrl})` : baseUrl;
  const range = least === most ? `${least}` : `${least}–${most}`;
  const given =
    target === 'mock' ? `the mock has ${orderCodes.length}` : `${orderCodes.length} are available`;
  print(`${cases.length} cases against ${where}. This run will cancel ${range} orders; ${given}.`);
  if (orderCodes.length < most) print('With fewer, the cases that have none left are skipped, and say so.');

  const obstacle = await preflight(settings, contract);
  if (obstacle !== undefined) {
    console.error(createSettingsMask(settings)(`Could not run. ${obstacle}`));
    return COULD_NOT_RUN;
  }
  if (target === 'server') sayWhatAStopLeaves();
  const startedAt = new Date();
  const started = performance.now();
  const { results, spending, errors } = await execute(settings, cases, print);
  const seconds = (performance.now() - started) / 1000;
  const report = createReport(
    { results, spending, startedAt, seconds },
    await loadLedger(),
    settings,
    contract.version,
  );
  summarize(report).forEach(print);
  for (const error of errors) console.error(`The suite itself failed: ${error}`);
  if (settings.reportDir !== undefined) print(`Reports: ${writeReports(report, settings.reportDir)}`);
  return errors.length > 0 ? COULD_NOT_RUN : report.summary.exitCode;
}

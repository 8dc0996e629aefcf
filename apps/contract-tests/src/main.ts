import { loadContract } from '@ax-cloud/channel-spec/contract';
import { loadLedger } from '@ax-cloud/channel-spec/ledger';
import { deriveCases } from './cases.ts';
import { execute } from './execute.ts';
import { exitCode } from './findings.ts';
import { dealOrders } from './orders.ts';
import { preflight } from './preflight.ts';
import { unknownOrderCode } from './run.ts';
import { keyMask, readSettings, type Settings, SettingsError } from './settings.ts';
import { summarize } from './summary.ts';

const COULD_NOT_RUN = 2;
const contract = await loadContract();
const cases = deriveCases(contract);
const print = (line: string) => console.log(line);

if (process.argv.includes('--list')) {
  for (const { id, needs, title } of cases) print(`${id.padEnd(34)} ${needs.padEnd(16)} ${title}`);
} else {
  process.exitCode = await main();
}

async function main(): Promise<number> {
  let settings: Settings;
  try {
    settings = readSettings(process.env, contract);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    return COULD_NOT_RUN;
  }
  if (settings.target === 'server') return test(settings);
  // Loaded only where it is needed: a run against a server does not want Prism.
  const { startMock } = await import('@ax-cloud/channel-mock');
  const mock = await startMock({ port: 0, log: 'off' });
  try {
    return await test({ ...settings, baseUrl: mock.url });
  } finally {
    await mock.close();
  }
}

async function test(settings: Settings): Promise<number> {
  const { needed, available } = dealOrders(settings, cases, unknownOrderCode(contract));
  const where = settings.target === 'mock' ? `the mock (${settings.baseUrl})` : settings.baseUrl;
  const orders = settings.target === 'mock' ? 'made up' : `AX_ORDER_CODES has ${available}`;
  print(`${cases.length} cases against ${where}. They use up ${needed} orders (${orders}).`);
  if (available < needed) print('The cases that have no order will be skipped.');

  const obstacle = await preflight(settings, contract);
  if (obstacle !== undefined) {
    console.error(keyMask(settings)(`Could not run. ${obstacle}`));
    return COULD_NOT_RUN;
  }
  const started = performance.now();
  const { results, errors } = await execute(settings, print);
  for (const line of summarize(results, await loadLedger(), (performance.now() - started) / 1000))
    print(line);
  for (const error of errors) console.error(`The suite itself failed: ${error}`);
  return errors.length > 0 ? COULD_NOT_RUN : exitCode(results);
}

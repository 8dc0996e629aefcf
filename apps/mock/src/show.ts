import packageJson from '../package.json' with { type: 'json' };
import { readContractFile, readOwnContract } from './contract-file.ts';
import { HELP } from './help.ts';
import { listScenarios } from './scenario-list.ts';
import { loadScenarios } from './scenarios.ts';
import type { Settings } from './settings.ts';

/**
 * Gives what the command prints instead of starting the mock. It does not load Prism, so it works even where Prism does not.
 *
 * @throws {CommandError} when the contract cannot be read
 */
export async function show(what: NonNullable<Settings['show']>, path: string | undefined): Promise<string> {
  if (what === 'help') return HELP;
  const contract = await (path === undefined ? readOwnContract() : readContractFile(path));
  if (what === 'version') return `${packageJson.version} (contract ${contract.version})\n`;
  return `${listScenarios(contract, (await loadScenarios()).values()).join('\n')}\n`;
}

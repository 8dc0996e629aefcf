import { readOwnContract } from '../contract-file.ts';
import { type RunningProxy, startProxy } from './proxy.ts';
import { readProxySettings } from './settings.ts';

/**
 * Starts a proxy with the settings of its variables.
 *
 * @throws {CommandError} when they are malformed, the contract is missing, or it cannot listen
 */
export async function run(
  environment: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<RunningProxy> {
  const contract = await readOwnContract();
  return startProxy({ ...readProxySettings(environment, contract), contract, log });
}

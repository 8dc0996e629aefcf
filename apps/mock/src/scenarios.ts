import type { Scenario } from '@ax-cloud/contract/scenarios';
import { OWN_SCENARIOS, readOwnFile } from './own-files.ts';

/**
 * Reads the scenarios that the mock comes with. Each has an order code of its own.
 *
 * @returns by order code
 * @throws {CommandError} when they have not been built yet
 */
export async function loadScenarios(): Promise<ReadonlyMap<string, Scenario>> {
  const scenarios: readonly Scenario[] = JSON.parse(await readOwnFile(OWN_SCENARIOS));
  return new Map(scenarios.map((scenario) => [scenario.code, scenario]));
}

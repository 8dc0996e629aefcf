import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Scenario, Scenarios } from './generated/scenarios.d.ts';

export type { Fault, Scenario } from './generated/scenarios.d.ts';

/** Reads `spec/scenarios.yaml`, whose form lint checks with `scenarios.schema.json`. */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  const file = new URL(import.meta.resolve('@ax-cloud/channel-spec/scenarios.yaml'));
  const { scenarios }: Scenarios = parse(await readFile(file, 'utf8'));
  return scenarios;
}

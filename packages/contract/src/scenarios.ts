import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Scenario, Scenarios } from './generated/scenarios.d.ts';

export type { Fault, Scenario } from './generated/scenarios.d.ts';

/** Parses `spec/scenarios.yaml`, whose form the tests hold against `scenarios.schema.json`. */
export function parseScenarios(text: string): readonly Scenario[] {
  const { scenarios }: Scenarios = parse(text);
  return scenarios;
}

/** Reads the scenarios of the repository. */
export async function loadScenarios(): Promise<readonly Scenario[]> {
  return parseScenarios(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/scenarios.yaml')), 'utf8'),
  );
}

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contract } from '@ax-cloud/contract/contract';
import type { GeneratedClient, GeneratedClients } from '@ax-cloud/contract/generated-clients';
import type { Outcome } from './call.ts';
import type { Examination } from './examine.ts';
import { commandOf } from './generate.ts';
import { GENERATOR_VERSIONS, optionsOf, type Row } from './rows.ts';

const FILE = fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/generated-clients.json'));

/** Reads the committed results. */
export function readResults(): GeneratedClients {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Writes the rows that were examined, and keeps the others, in the order of generators.yaml. */
export function writeResults(
  contract: Contract,
  rows: readonly Row[],
  examined: readonly GeneratedClient[],
): void {
  const before = readResults().clients;
  const clients = rows.flatMap(({ id }) => {
    const result = [...examined, ...before].find((client) => client.id === id);
    return result === undefined ? [] : [result];
  });
  const date = new Date().toISOString().slice(0, 10);
  const results: GeneratedClients = { contract: contract.version, date, clients };
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
}

/** The result of a row, as it is committed. */
export function describeResult({ row, outcomes, asGenerated }: Examination): GeneratedClient {
  const { id, language, generator, target, library, kind, readsError, setting } = row;
  const options = Object.entries(optionsOf(row)).map(([name, value]) => `${name}=${value}`);
  const statuses = [...new Set(outcomes.map(({ status }) => status))].sort((a, b) => a - b);
  return {
    id,
    language,
    generator,
    version: GENERATOR_VERSIONS[generator]?.version ?? '',
    ...(target !== undefined && { target }),
    ...(library !== undefined && { library }),
    kind,
    command: commandOf(row),
    responses: statuses.map((status) => describeStatus(outcomes, status)),
    ...(readsError !== undefined && { readsError }),
    ...(setting !== undefined &&
      asGenerated !== undefined && {
        setting: {
          why: setting.why,
          ...(setting.options !== undefined && { options }),
          ...(setting.code !== undefined && { code: setting.code }),
          without: problemsIn(asGenerated),
        },
      }),
  };
}

function describeStatus(outcomes: readonly Outcome[], status: number): GeneratedClient['responses'][number] {
  const own = outcomes.filter((outcome) => outcome.status === status);
  const extended = own.filter(({ extraFields }) => extraFields);
  const [{ raised = null } = {}] = own;
  return {
    status,
    raised,
    problems: problemsIn(own.filter(({ extraFields }) => !extraFields)),
    ...(extended.length > 0 && { problemsWithExtraFields: problemsIn(extended) }),
  };
}

function problemsIn(outcomes: readonly Outcome[]): Outcome['problems'][number][] {
  return [...new Set(outcomes.flatMap(({ problems }) => problems))].sort();
}

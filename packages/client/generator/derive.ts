import type { Contract } from '@ax-cloud/contract/contract';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { contractModule } from './contract-module.ts';
import { mockModule } from './mock-module.ts';
import { scenarioModule } from './scenario-module.ts';
import { validators } from './validators.ts';

/** openapi-typescript takes the working folder for a URL, which a "%" breaks. The document refers to no file, so any URL serves. */
const HERE = new URL('.', import.meta.url);

/** Stands at the head of every derived file. */
export const HEADER = `/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

`;

/**
 * Derives the modules of `src/generated/`.
 *
 * @returns the text of each file, by its name
 * @throws {Error} in one line, for a contract that the client cannot follow, which lint refuses earlier
 */
export async function deriveClient(
  contract: Contract,
  scenarios: readonly Scenario[],
): Promise<ReadonlyMap<string, string>> {
  const document = structuredClone(contract.document) as unknown as OpenAPI3;
  const derived = {
    'contract.ts': contractModule(contract, scenarios),
    'mock.ts': mockModule(contract),
    'openapi.d.ts': astToString(await openapiTypescript(document, { cwd: HERE })),
    'scenarios.ts': scenarioModule(scenarios),
    'validators.ts': validators(contract),
  };
  return new Map(Object.entries(derived).map(([name, text]) => [name, HEADER + text]));
}

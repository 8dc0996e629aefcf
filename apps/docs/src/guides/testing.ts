import { scenarioTable } from '@ax-cloud/contract/scenario-table';
import type { MakeParts } from '../guide-source.ts';

/** The scenarios of the mock. */
export const testingParts: MakeParts = ({ scenarios }, language) => ({
  scenarios: scenarioTable(scenarios, language),
});

import { loadScenarios } from '@ax-cloud/contract/scenarios';
import type { Rolldown } from 'tsdown';

/** Puts the scenarios beside the code as JSON: to load a parser of YAML takes longer than all else that the mock does with them. */
export const scenarios: Rolldown.Plugin = {
  name: 'scenarios',
  async generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'scenarios.json',
      source: JSON.stringify(await loadScenarios()),
    });
  },
};

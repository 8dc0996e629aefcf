import { loadScenarios } from '@ax-cloud/contract/scenarios';
import type { Rolldown } from 'tsdown';

/** Puts the scenarios beside the code as JSON, because loading a YAML parser would slow the start down. */
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

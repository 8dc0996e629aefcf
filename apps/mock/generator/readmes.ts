import { readFile } from 'node:fs/promises';
import type { Language } from '@ax-cloud/contract/contract';
import { replaceBetweenMarkers, scenarioTable } from '@ax-cloud/contract/scenario-table';
import { loadScenarios } from '@ax-cloud/contract/scenarios';

const READMES: Readonly<Record<Language, string>> = { en: 'README.md', ko: 'README.ko.md' };

/** A README as it stands, and as it has to be. */
export interface GeneratedReadme {
  name: string;
  url: URL;
  current: string;
  generated: string;
}

/** Makes the READMEs anew: their tables of scenarios are those of `spec/scenarios.yaml`. */
export async function generateReadmes(): Promise<GeneratedReadme[]> {
  const scenarios = await loadScenarios();
  return Promise.all(
    (['en', 'ko'] as const).map(async (language) => {
      const name = READMES[language];
      const url = new URL(`../${name}`, import.meta.url);
      const current = await readFile(url, 'utf8');
      const table = scenarioTable(scenarios, language);
      return { name, url, current, generated: replaceBetweenMarkers(current, 'scenarios', table) };
    }),
  );
}

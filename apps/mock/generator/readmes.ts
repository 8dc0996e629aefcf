import { readFile } from 'node:fs/promises';
import { type Language, loadContract } from '@ax-cloud/contract/contract';
import { replaceBetweenMarkers, scenarioTable } from '@ax-cloud/contract/scenario-table';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { curlBlock } from './curl.ts';
import { preferenceTable } from './preference-table.ts';
import { responseTable } from './response-table.ts';

const READMES: Readonly<Record<Language, string>> = { en: 'README.md', ko: 'README.ko.md' };

/** A README as it is, and as it has to be. */
export interface GeneratedReadme {
  name: string;
  url: URL;
  current: string;
  generated: string;
}

/** Fills the tables and the curl of the READMEs from the contract and from `spec/scenarios.yaml`. */
export async function generateReadmes(): Promise<GeneratedReadme[]> {
  const [contract, scenarios] = await Promise.all([loadContract(), loadScenarios()]);
  return Promise.all(
    (['en', 'ko'] as const).map(async (language) => {
      const name = READMES[language];
      const url = new URL(`../${name}`, import.meta.url);
      const current = await readFile(url, 'utf8');
      const parts = {
        curl: curlBlock(contract),
        responses: responseTable(contract, language),
        preferences: preferenceTable(contract, language),
        scenarios: scenarioTable(scenarios, language),
      };
      const generated = Object.entries(parts).reduce(
        (text, [marker, content]) => replaceBetweenMarkers(text, marker, content),
        current,
      );
      return { name, url, current, generated };
    }),
  );
}

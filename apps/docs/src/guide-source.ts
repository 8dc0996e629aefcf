import { readFile } from 'node:fs/promises';
import { type Contract, type Language, loadContract } from '@ax-cloud/contract/contract';
import { type GeneratedClients, loadGeneratedClients } from '@ax-cloud/contract/generated-clients';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { loadScenarios, type Scenario } from '@ax-cloud/contract/scenarios';
import type { GuideName } from './guide.ts';
import { changelogParts } from './guides/changelog.ts';
import { errorsParts } from './guides/errors.ts';
import { startParts } from './guides/start.ts';
import { testingParts } from './guides/testing.ts';
import { LANGUAGES } from './site.ts';

/** All that the pages around the reference are made from, beside their own texts. */
export interface GuideSource {
  contracts: Readonly<Record<Language, Contract>>;
  ledger: Ledger;
  scenarios: readonly Scenario[];
  generatedClients: GeneratedClients;
  /** `spec/CHANGELOG.md`, in Markdown. */
  changelog: string;
}

/** Values for the slots of a page, in Markdown. */
export type Parts = Readonly<Record<string, string>>;

/** Makes the parts of a page that follow from the contract and what stands beside it. */
export type MakeParts = (source: GuideSource, language: Language) => Parts;

/** What each page has in its slots, beside {@link facts}. */
const PARTS: Partial<Readonly<Record<GuideName, MakeParts>>> = {
  start: startParts,
  errors: errorsParts,
  testing: testingParts,
  changelog: changelogParts,
};

/** Reads what the pages are made from. */
export async function loadGuideSource(): Promise<GuideSource> {
  const contracts = await Promise.all(
    LANGUAGES.map(async (language) => [language, await loadContract(language)] as const),
  );
  const changelog = new URL(import.meta.resolve('@ax-cloud/channel-spec/changelog.md'));
  return {
    contracts: Object.fromEntries(contracts) as GuideSource['contracts'],
    ledger: await loadLedger(),
    scenarios: await loadScenarios(),
    generatedClients: await loadGeneratedClients(),
    changelog: await readFile(changelog, 'utf8'),
  };
}

/** The values for the slots of a page. */
export function partsOf(name: GuideName, source: GuideSource, language: Language): Parts {
  return { ...facts(source, language), ...PARTS[name]?.(source, language) };
}

/** What every page can name: the facts of the contract. */
function facts({ contracts }: GuideSource, language: Language): Parts {
  const { method, path, orderCode, version, servers } = contracts[language];
  const environments = servers.map(({ environment, url }) => [`${environment}Server`, url]);
  return {
    method,
    path,
    orderCode: orderCode.name,
    version,
    ...Object.fromEntries(environments),
  };
}

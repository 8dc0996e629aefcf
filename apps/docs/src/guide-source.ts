import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Contract, type Language, loadContract } from '@ax-cloud/contract/contract';
import { type GeneratedClients, loadGeneratedClients } from '@ax-cloud/contract/generated-clients';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { type ReadingOverlay, readAllReadings } from '@ax-cloud/contract/readings/reading-files';
import { loadScenarios, type Scenario } from '@ax-cloud/contract/scenarios';
import type { GuideName } from './guide.ts';
import { changelogParts } from './guides/changelog.ts';
import { clientsParts } from './guides/clients.ts';
import { differencesParts } from './guides/differences.ts';
import { errorsParts } from './guides/errors.ts';
import { helpParts } from './guides/help.ts';
import { startParts } from './guides/start.ts';
import { testingParts } from './guides/testing.ts';
import { LANGUAGES } from './site.ts';

/** What the guides are made from, in addition to their own texts. */
export interface GuideSource {
  contracts: Readonly<Record<Language, Contract>>;
  ledger: Ledger;
  scenarios: readonly Scenario[];
  generatedClients: GeneratedClients;
  /** The readings that have an overlay. */
  readings: readonly ReadingOverlay[];
  /** The changelog of the contract in each language, in Markdown. */
  changelogs: Readonly<Record<Language, string>>;
}

/** Values for the slots of a page, in Markdown. */
export type Parts = Readonly<Record<string, string>>;

/** Makes the parts of a page that follow from the source. */
export type MakeParts = (source: GuideSource, language: Language) => Parts;

/** The slots of each page, in addition to {@link facts}. */
const PARTS: Partial<Readonly<Record<GuideName, MakeParts>>> = {
  start: startParts,
  errors: errorsParts,
  testing: testingParts,
  changelog: changelogParts,
  clients: clientsParts,
  differences: differencesParts,
  help: helpParts,
};

/** Reads the source of the guides. */
export async function loadGuideSource(): Promise<GuideSource> {
  const contracts = await Promise.all(
    LANGUAGES.map(async (language) => [language, await loadContract(language)] as const),
  );
  const ledger = await loadLedger();
  return {
    contracts: Object.fromEntries(contracts) as GuideSource['contracts'],
    ledger,
    scenarios: await loadScenarios(),
    generatedClients: await loadGeneratedClients(),
    readings: await readAllReadings(fileURLToPath(new URL('.', specFile('source.yaml'))), ledger),
    changelogs: {
      ko: await readFile(specFile('changelog.ko.md'), 'utf8'),
      en: await readFile(specFile('changelog.md'), 'utf8'),
    },
  };
}

function specFile(name: string): URL {
  return new URL(import.meta.resolve(`@ax-cloud/channel-spec/${name}`));
}

/** The values for the slots of a page. */
export function partsOf(name: GuideName, source: GuideSource, language: Language): Parts {
  return { ...facts(source, language), ...PARTS[name]?.(source, language) };
}

/** The slots of every page: facts of the contract. */
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

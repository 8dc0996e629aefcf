import { OPEN_QUESTIONS } from '@ax-cloud/channel-spec/introduction';
import { type Contract, type Example, type Language, loadContract } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import type { Content, Snippet } from './content.ts';
import { convertToOlder, type OlderContract } from './downloads/openapi-3.0.ts';
import { describeDownloads } from './downloads/section.ts';
import { takeApart } from './fragments.ts';
import { describeMock } from './mock-section.ts';
import { renderRedoc } from './redoc.ts';
import { loadTemplates, type Sample, samplesOf } from './samples.ts';
import { showTexts } from './shown-texts.ts';
import { pageLink } from './site.ts';
import { unfold } from './unfold.ts';

/** A bundled contract, and everything that the reference shows of it. */
export interface ShownContract {
  contract: Contract;
  /** The same in OpenAPI 3.0, for tools that do not read 3.1. */
  older: OlderContract;
  title: string;
  summary: string;
  samples: readonly Sample[];
  content: Content;
}

/** An example of the request, and the example of the success with the same name. */
export interface ExamplePair {
  name: string;
  request: Example;
  response: Example | undefined;
}

/** A contract to show, and the language that it is in. */
export interface ContractToShow {
  language: Language;
  /** Another contract than the bundled one, for tests only. */
  contract?: Contract;
}

/**
 * Renders contracts with Redoc.
 *
 * @param work an existing folder for temporary files
 * @throws {Error} when a contract has not been bundled, lacks a text that the docs show, or cannot be converted to OpenAPI 3.0, or
 * when Redoc's page has changed
 */
export async function loadShownContracts(
  contracts: readonly ContractToShow[],
  work: string,
): Promise<ShownContract[]> {
  const prepared = await Promise.all(contracts.map(prepareContract));
  const pages = await renderRedoc(prepared, work);
  return prepared.map(({ unfolded, language: _, ...shown }, index) => {
    const page = pages[index];
    if (page === undefined) throw new Error('Redoc rendered fewer pages than contracts.');
    return { ...shown, content: takeApart(page, unfolded) };
  });
}

async function prepareContract({ language, contract }: ContractToShow) {
  const shown = contract ?? (await loadContract(language));
  const introduction = linkOpenQuestions(textAt(shown.document, '/info/description'), language);
  const mock = describeMock(shown, await loadScenarios(), language);
  const older = await convertToOlder(shown.document);
  const downloads = describeDownloads(older, language);
  const samples = samplesOf(shown, await loadTemplates());
  const document = showTexts(shown, language, `${introduction}\n\n${mock}\n\n${downloads}`);
  return {
    language,
    unfolded: unfold(document, shown, [...sampleSnippets(samples), ...exampleSnippets(shown)]),
    contract: shown,
    older,
    title: textAt(shown.document, '/info/title'),
    summary: textAt(shown.document, '/info/summary'),
    samples,
  };
}

/** The examples of the request that a reader can choose, each with its response. */
export function pairExamples({ request, success }: Contract): ExamplePair[] {
  return Object.entries(request.examples).map(([name, example]) => ({
    name,
    request: example,
    response: success.examples[name],
  }));
}

/** The key of a snippet: a sample in one language for one example. */
export function sampleKey(label: string, example: string): string {
  return `sample ${label} ${example}`;
}

/** The key of a snippet: an example of the request, or of a response by its status. */
export function exampleKey(place: 'request' | number, example: string): string {
  return `${place} ${example}`;
}

function sampleSnippets(samples: readonly Sample[]): Snippet[] {
  return samples.flatMap(({ lang, label, sources }) =>
    Array.from(sources, ([example, source]) => ({ key: sampleKey(label, example), lang, source })),
  );
}

function exampleSnippets({ request, responses }: Contract): Snippet[] {
  const holders = [
    { place: 'request' as const, ...request },
    ...responses.map((one) => ({ place: one.status, ...one })),
  ];
  return holders.flatMap(({ place, examples }) =>
    Object.entries(examples).map(([name, { value }]) => ({
      key: exampleKey(place, name),
      lang: 'JSON',
      source: JSON.stringify(value, null, 2),
    })),
  );
}

/** Links the last mention of the open questions, where the introduction explains them. */
function linkOpenQuestions(introduction: string, language: Language): string {
  const words = OPEN_QUESTIONS[language];
  const at = introduction.lastIndexOf(words);
  if (at === -1) {
    throw new Error(
      `The introduction of the contract (${language}) no longer says "${words}", where the docs link to the open questions. ` +
        'Name them in "info.description" in spec/.',
    );
  }
  const link = `[${words}](${pageLink(language, language, 'questions')})`;
  return introduction.slice(0, at) + link + introduction.slice(at + words.length);
}

function textAt(document: unknown, pointer: string): string {
  const value = resolvePointer(document, pointer);
  if (typeof value === 'string') return value;
  throw new Error(
    `The bundled contract has no text at #${pointer}, which the docs show. Restore it in spec/openapi.yaml.`,
  );
}

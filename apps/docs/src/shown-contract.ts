import { type Contract, type Language, loadContract } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { describeMock } from './mock-section.ts';
import { showDocument } from './shown-document.ts';
import { pageLink } from './site.ts';
import { TEXTS } from './texts.ts';

/** One code sample of the contract. */
interface Sample {
  /** The programming language, as the contract writes it. */
  lang: string;
  label: string;
  source: string;
}

/** A bundled contract and the texts of it that the docs show outside of Redoc. */
export interface ShownContract {
  contract: Contract;
  title: string;
  summary: string;
  securityDescription: string;
  samples: readonly Sample[];
  /** The bundled document for Redoc, whose introduction links to the open questions and ends with the mock. */
  document: unknown;
}

/**
 * Reads the bundled contract of a language.
 *
 * @throws {Error} when it has not been bundled, or lacks a text that the docs show
 */
export async function loadShownContract(language: Language): Promise<ShownContract> {
  const contract = await loadContract(language);
  const { document, path, method } = contract;
  const operation = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
  const introduction = textAt(document, '/info/description');
  return {
    contract,
    title: textAt(document, '/info/title'),
    summary: textAt(document, '/info/summary'),
    securityDescription: textAt(document, '/components/securitySchemes/apiKey/description'),
    samples: listAt(document, `${operation}/x-codeSamples`).map((sample) => ({
      lang: textAt(sample, '/lang'),
      label: textAt(sample, '/label'),
      source: textAt(sample, '/source'),
    })),
    document: showDocument(
      contract,
      language,
      `${linkOpenQuestions(introduction, language)}\n\n${describeMock(contract, await loadScenarios(), language)}`,
    ),
  };
}

/** Links the last mention, which is where the introduction says what the open questions are. */
function linkOpenQuestions(introduction: string, language: Language): string {
  const words = TEXTS[language].questionsInIntroduction;
  const at = introduction.lastIndexOf(words);
  if (at === -1) {
    throw new Error(
      `The introduction of the contract (${language}) no longer says "${words}", where the docs link to the open questions. ` +
        'Change "info.description" in spec/, or "questionsInIntroduction" in apps/docs/src/texts.ts.',
    );
  }
  const link = `[${words}](${pageLink(language, language, 'questions')})`;
  return introduction.slice(0, at) + link + introduction.slice(at + words.length);
}

function textAt(document: unknown, pointer: string): string {
  const value = resolvePointer(document, pointer);
  if (typeof value === 'string') return value;
  throw missing('text', pointer);
}

function listAt(document: unknown, pointer: string): readonly unknown[] {
  const value = resolvePointer(document, pointer);
  if (Array.isArray(value)) return value;
  throw missing('list', pointer);
}

function missing(what: string, pointer: string): Error {
  return new Error(
    `The bundled contract has no ${what} at #${pointer}, which the docs show. Restore it in spec/openapi.yaml.`,
  );
}

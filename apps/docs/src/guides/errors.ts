import type { Contract, Language } from '@ax-cloud/contract/contract';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import type { MakeParts } from '../guide-source.ts';
import { describeSent } from '../mock-section.ts';
import { timeLimit } from './code-samples.ts';
import { errorRows } from './error-rows.ts';
import { ERROR_TEXTS } from './error-texts.ts';
import type { Provocation } from './provocations.ts';
import { koreanTexts, translate } from './translations.ts';

/** The table of everything that can happen to a request, and the meanings of the Korean error texts. */
export const errorsParts: MakeParts = ({ contracts, scenarios }, language) => ({
  outcomes: errorsTable(contracts[language], scenarios, language),
  texts: textsTable(contracts[language], scenarios, language),
  timeLimit: timeLimit(contracts[language]),
});

function errorsTable(contract: Contract, scenarios: readonly Scenario[], language: Language): string {
  const texts = ERROR_TEXTS[language];
  const rows = errorRows(contract, scenarios, language);
  return markdownTable([
    texts.titles,
    ...rows.map(({ event, outcome, again, advice, provocations }) => [
      event,
      texts.cancelled[outcome],
      texts.again[again],
      advice,
      provocations.map((one) => describeProvocation(one, language)).join(', ') || texts.notSent.provoke,
    ]),
  ]);
}

function describeProvocation({ parts, body, prefer }: Provocation, language: Language): string {
  const texts = ERROR_TEXTS[language];
  return [
    ...Object.entries(parts).map(([expression, value]) => describeSent(expression, value, texts.missing)),
    ...(body === undefined ? [] : [`${texts.body} \`${body}\``]),
    ...(prefer === undefined ? [] : [`\`Prefer: ${prefer}\``]),
  ].join(texts.and);
}

function textsTable(contract: Contract, scenarios: readonly Scenario[], language: Language): string {
  return markdownTable([
    ERROR_TEXTS[language].textTitles,
    ...koreanTexts(contract, scenarios).map(({ text, statuses }) => [
      text,
      translate(text) ?? '–',
      statuses.map((status) => `\`${status}\``).join(', '),
    ]),
  ]);
}

import type { Contract, Language } from '@ax-cloud/contract/contract';
import { conclude } from '@ax-cloud/contract/outcomes';
import { type DocumentedExample, documentedExamples } from '@ax-cloud/contract/refusals';
import { exampleBody } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { inline } from '../html.ts';
import { provokingParts } from '../provoking-parts.ts';
import { linkQuestions } from '../question-links.ts';
import type { FormCase } from './form-data.ts';
import { FORM_TEXTS } from './form-texts.ts';

/** A group of the menu. */
export interface CaseGroup {
  label: string;
  cases: readonly FormCase[];
}

/** The id of the control of a declared header or query parameter. */
export function parameterId(place: string, name: string): string {
  return `send/${place}/${name.toLowerCase()}`;
}

/** What the menu offers: the examples of the request, each documented refusal, each scenario of the mock. */
export function caseGroups(
  contract: Contract,
  scenarios: readonly Scenario[],
  language: Language,
): CaseGroup[] {
  const { success, refusals, scenarios: ofMock, none } = FORM_TEXTS[language].cases;
  const usual: Omit<FormCase, 'label' | 'note'> = {
    order: String(contract.orderCode.example),
    parameters: {},
    body: write(exampleBody(contract)),
  };
  const toHtml = (text: string) => inline(linkQuestions(text, language));
  return [
    {
      label: success,
      cases: Object.values(contract.request.examples).map(({ summary, description, value }) => ({
        ...usual,
        label: summary,
        note: toHtml(description),
        body: write(value),
      })),
    },
    {
      label: refusals,
      cases: documentedExamples(contract).flatMap((example) => {
        const sent = provoking(contract, example);
        if (sent === undefined) return [];
        const { status, summary, description } = example;
        return [{ ...usual, ...sent, label: `${status} · ${summary}`, note: toHtml(description) }];
      }),
    },
    {
      label: ofMock,
      cases: scenarios.map((scenario) => ({
        ...usual,
        order: scenario.code,
        label: `${scenario.status ?? none} · ${scenario.name}`,
        note: `${toHtml(scenario.happens[language])} <strong>${toHtml(conclude(scenario, language))}</strong>`,
      })),
    },
  ];
}

/** The values of the form's controls that provoke a documented example; undefined when no such values are known. */
function provoking(contract: Contract, example: DocumentedExample): Partial<FormCase> | undefined {
  const parts = provokingParts(contract, example);
  if (parts === undefined) return undefined;
  const { key, orderCode, headers, query, body } = parts;
  const controls = (place: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => [parameterId(place, name), value]);
  return {
    parameters: Object.fromEntries([...controls('header', headers), ...controls('query', query)]),
    ...(key !== undefined && { authorization: key }),
    ...(orderCode !== undefined && { order: orderCode }),
    ...(body !== undefined && { body }),
  };
}

/** A body as the form shows it. */
function write(body: unknown): string {
  return JSON.stringify(body, null, 2);
}

import type { Contract, Language } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { conclude } from '@ax-cloud/contract/outcomes';
import { type DocumentedExample, documentedExamples, KEY } from '@ax-cloud/contract/refusals';
import { exampleBody } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { inline } from '../html.ts';
import { linkQuestions } from '../question-links.ts';
import { brokenBody } from './broken-body.ts';
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

/** The parts of a request that make the mock give an example; undefined where nothing is known to. */
function provoking(contract: Contract, example: DocumentedExample): Partial<FormCase> | undefined {
  if (example.violation !== undefined) {
    const body = brokenBody(contract, example);
    return body === undefined ? undefined : { body };
  }
  const provoked = Object.entries(example.provokedBy);
  if (provoked.length === 0) return undefined;
  const parameters: Record<string, string> = {};
  const sent: Partial<FormCase> = { parameters };
  for (const [expression, value] of provoked) {
    const parsed = parseExpression(expression);
    if (expression.toLowerCase() === KEY.toLowerCase()) sent.authorization = value;
    else if (parsed.part === 'path') sent.order = value;
    else if (parsed.part !== 'body') parameters[parameterId(parsed.part, parsed.name)] = value;
    else {
      throw new Error(
        `The docs cannot fill in "${expression}", which provokes the example ${example.name}. Name a part of the path, the query or a header.`,
      );
    }
  }
  return sent;
}

/** A body as the form shows it. */
function write(body: unknown): string {
  return JSON.stringify(body, null, 2);
}

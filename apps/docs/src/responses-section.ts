import { STATUS_CODES } from 'node:http';
import type { Contract, Language, ResponseDescription } from '@ax-cloud/contract/contract';
import { block, escapeHtml } from './html.ts';
import { linkQuestions } from './question-links.ts';
import { exampleKey, type ShownContract } from './shown-contract.ts';
import { renderTabs } from './tabs.ts';
import { TEXTS } from './texts.ts';
import { codeBlock } from './try-section.ts';

/** The anchor of a response. */
export function responseAnchor(operation: string, status: number): string {
  return `${operation}/response/${status}`;
}

/** Every documented response in its own tab: description, fields and examples. */
export function renderResponses(shown: ShownContract, language: Language): string {
  const { contract, content } = shown;
  const tabs = content.responses.map(({ status, html }) => {
    const response = contract.responses.find((one) => one.status === status);
    const examples = response === undefined ? '' : renderExamples(shown, response, language);
    const anchor = responseAnchor(content.operation.id, status);
    return {
      id: `status/${status}`,
      label: [status, STATUS_CODES[status]].join(' ').trim(),
      html: `<section id="${anchor}" data-place="${TEXTS[language].response} ${status}" aria-label="${TEXTS[language].response} ${status}">${html}${examples}</section>`,
    };
  });
  return renderTabs('status', content.responsesHeading.title, tabs);
}

/** The examples of a response, except those that are shown beside their request. */
function renderExamples(
  { contract, content }: ShownContract,
  { status, examples }: ResponseDescription,
  language: Language,
): string {
  const rendered = Object.entries(examples)
    .filter(([name]) => !isPaired(contract, status, name))
    .map(
      ([
        name,
        { summary, description },
      ]) => `<div class="example" id="${exampleAnchor(status, name)}" data-place="${TEXTS[language].response} ${status}: ${escapeHtml(summary)}">
<h5>${escapeHtml(summary)}</h5>
${block(linkQuestions(description, language))}
${codeBlock(content.code.get(exampleKey(status, name)) ?? '')}
</div>`,
    );
  return rendered.length === 0 ? '' : `<h4>${TEXTS[language].examples}</h4>\n${rendered.join('\n')}`;
}

function isPaired({ request, success }: Contract, status: number, name: string): boolean {
  return status === success.status && name in request.examples;
}

function exampleAnchor(status: number, name: string): string {
  return escapeHtml(`example/${status}/${name}`);
}

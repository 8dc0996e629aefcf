import type { Example, Language } from '@ax-cloud/contract/contract';
import { block, code, escapeHtml } from './html.ts';
import { linkQuestions } from './question-links.ts';
import { renderParameters, renderSchemas } from './schema-section.ts';
import type { ShownContract } from './shown-contract.ts';
import { TEXTS } from './texts.ts';

/**
 * What Redoc shows only after a click on a tab, a list or a link: how to authorize, every example, every response, every
 * code sample. The style sheet shows it on paper and where no script runs, so that nothing is missing there.
 */
export function renderSupplement(shown: ShownContract, language: Language): string {
  const { contract, securityDescription } = shown;
  const texts = TEXTS[language];
  const responses = contract.responses.map(
    ({ status, description, examples }) =>
      `<h3>${status}</h3>\n${block(linkQuestions(description, language))}\n${renderExamples(examples, language)}`,
  );
  const samples = shown.samples.map(
    ({ lang, label, source }) => `<h3>${escapeHtml(label)}</h3>\n${code(source, lang.toLowerCase())}`,
  );
  return `<section class="supplement">
<h1>${texts.supplement}</h1>
<p><code>${contract.method} ${escapeHtml(contract.path)}</code></p>
<h2>${texts.authorization}</h2>
${block(linkQuestions(securityDescription, language))}
<h2>${texts.parameters}</h2>
${renderParameters(contract, language)}
<h2>${texts.requests}</h2>
${renderExamples(contract.request.examples, language)}
<h2>${texts.responses}</h2>
${responses.join('\n')}
<h2>${texts.schemas}</h2>
${renderSchemas(contract, language)}
<h2>${texts.samples}</h2>
${samples.join('\n')}
</section>`;
}

function renderExamples(examples: Readonly<Record<string, Example>>, language: Language): string {
  return Object.values(examples)
    .map(
      ({ summary, description, value }) =>
        `<h4>${escapeHtml(summary)}</h4>\n${block(linkQuestions(description, language))}\n${code(JSON.stringify(value, null, 2), 'json')}`,
    )
    .join('\n');
}

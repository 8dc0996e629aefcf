import { EXIT_CODES } from '@ax-cloud/channel-spec/samples';
import type { Language } from '@ax-cloud/contract/contract';
import { block, escapeHtml } from './html.ts';
import { linkQuestions } from './question-links.ts';
import { exampleKey, pairExamples, type ShownContract, sampleKey } from './shown-contract.ts';
import { renderChoice, renderTabs, renderVariants } from './tabs.ts';
import { TEXTS } from './texts.ts';

/** The request as code and as JSON, beside its response, for the example that the reader chooses. */
export function renderTry(shown: ShownContract, language: Language): string {
  const { contract, samples, content } = shown;
  const texts = TEXTS[language];
  const pairs = pairExamples(contract);
  const options = pairs.map(({ request }) => request.summary);
  const variants = (render: (pair: (typeof pairs)[number]) => string) =>
    renderVariants(options, pairs.map(render));
  const code = (key: string) => codeBlock(content.code.get(key) ?? '');
  const tabs = [
    ...samples.map(({ label }) => ({
      id: `sample/${label.toLowerCase().replace(/\W+/g, '-')}`,
      label,
      html: variants(({ name }) => code(sampleKey(label, name))),
    })),
    {
      id: 'sample/body',
      label: texts.bodyAsJson,
      html: variants(({ name }) => code(exampleKey('request', name))),
    },
  ];
  const { status } = contract.success;
  const responses = variants(({ name, request, response }) => {
    if (response === undefined) return '';
    const summary = response.summary === request.summary ? '' : `<p>${escapeHtml(response.summary)}</p>`;
    return `${summary}${block(linkQuestions(response.description, language))}${code(exampleKey(status, name))}`;
  });
  return `<div class="try">
${renderChoice('example', texts.example, options)}
${variants(({ request }) => block(linkQuestions(request.description, language)))}
<div class="pair">
${renderTabs('sample', texts.samples, tabs)}
<div class="response"><p class="label">${texts.response} <code>${status}</code></p>
${responses}</div>
</div>
<p>${escapeHtml(texts.exitCodes(EXIT_CODES))}</p>
</div>`;
}

/** A block of code; the script adds a button that copies it. */
export function codeBlock(pre: string): string {
  return `<div class="code">${pre}</div>`;
}

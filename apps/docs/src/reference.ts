import type { Contract, Language } from '@ax-cloud/contract/contract';
import { FORM_TEXTS } from './form/form-texts.ts';
import { escapeHtml, inline } from './html.ts';
import { linkQuestions } from './question-links.ts';
import { renderResponses } from './responses-section.ts';
import type { ShownContract } from './shown-contract.ts';
import { renderTry } from './try-section.ts';

/** The content of the reference: first the operation with its samples, then the sections of the introduction. */
export function renderReference(shown: ShownContract, language: Language): string {
  const { contract, content, title, summary } = shown;
  const { operation, request, responsesHeading } = content;
  return `<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(summary)}</p>
${content.introduction}
<section id="${operation.id}" data-place="${escapeHtml(operation.title)}">
${heading('h2', operation)}
${renderEndpoint(contract, language)}
${renderTry(shown, language)}
<div class="prose">${operation.html}</div>
<section id="${request.id}" data-place="${escapeHtml(request.title)}">
${heading('h3', request)}
${request.html}
</section>
<section id="${responsesHeading.id}">
${heading('h3', responsesHeading)}
${renderResponses(shown, language)}
</section>
</section>
${content.sections.map((section) => `<section id="${section.id}" data-place="${escapeHtml(section.title)}">\n${heading('h2', section)}\n${section.html}\n</section>`).join('\n')}`;
}

/** The method, the path and the servers. */
function renderEndpoint({ method, path, servers }: Contract, language: Language): string {
  const rows = servers.map(
    ({ url, description }) =>
      `<li><code>${escapeHtml(url)}</code> <span>${inline(linkQuestions(description, language))}</span></li>`,
  );
  return `<div class="endpoint">
<p><strong>${method}</strong> <code>${escapeHtml(path)}</code> <button type="button" id="send" aria-expanded="false" hidden>${FORM_TEXTS[language].open}</button></p>
<ul>${rows.join('\n')}</ul>
</div>`;
}

function heading(level: string, { id, title }: { id: string; title: string }): string {
  return `<${level}><a href="#${id}">${escapeHtml(title)}</a></${level}>`;
}

import type { Language } from '@ax-cloud/contract/contract';
import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import { inline } from './html.ts';
import { renderSettlement, settledMark } from './settlement.ts';
import { TEXTS } from './texts.ts';

const KINDS: readonly Question['kind'][] = ['contradiction', 'gap', 'ambiguity'];

/** The content of the page of open questions: a table of contents by kind, then each question under its id as anchor. */
export function renderQuestions({ questions, evidence }: Ledger, language: Language): string {
  const texts = TEXTS[language];
  const groups = KINDS.map((kind) => ({
    kind,
    members: questions.filter((question) => question.kind === kind),
  }));
  const contents = groups.map(
    ({ kind, members }) => `<h2>${texts.kinds[kind]} <small>${texts.count(members.length)}</small></h2>
<ul>${members.map((question) => `<li><a href="#${question.id}">${inline(question.title[language])}</a>${settledMark(question, language)}</li>`).join('\n')}</ul>`,
  );
  return `<main class="questions">
<h1>${texts.questions}</h1>
<p>${texts.questionsIntroduction}</p>
<nav aria-label="${texts.questions}">
${contents.join('\n')}
</nav>
${groups.flatMap(({ members }) => members.map((question) => renderQuestion(question, evidence, language))).join('\n')}
</main>`;
}

function renderQuestion(question: Question, evidence: Ledger['evidence'], language: Language): string {
  const texts = TEXTS[language];
  const readings = question.readings.map(({ id, text }) =>
    id === question.taken
      ? `<li class="taken">${inline(text[language])} <strong class="mark">${texts.taken}</strong></li>`
      : `<li>${inline(text[language])}</li>`,
  );
  const shown = evidence
    .filter(({ id }) => question.evidence.includes(id))
    .map(({ where, says }) => `<li><cite>${inline(where[language])}</cite>: ${inline(says[language])}</li>`);
  const facts = [
    [texts.readings, `<ul>${readings.join('\n')}</ul>`],
    ...(question.settled === undefined
      ? []
      : [[texts.settled, renderSettlement(question.settled, language)]]),
    [texts.why, inline(question.why[language])],
    ...(shown.length === 0 ? [] : [[texts.evidence, `<ul class="evidence">${shown.join('\n')}</ul>`]]),
    [texts.settle, inline(question.settle[language])],
    ...(question.unasked === undefined ? [] : [[texts.unasked, inline(question.unasked[language])]]),
  ];
  return `<article id="${question.id}">
<p class="kind ${question.kind}">${texts.kinds[question.kind]}</p>
<h3><a href="#${question.id}">${inline(question.title[language])}</a></h3>
<dl>
${facts.map(([term, fact]) => `<dt>${term}</dt><dd>${fact}</dd>`).join('\n')}
</dl>
</article>`;
}

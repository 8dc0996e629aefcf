import type { Language } from '@ax-cloud/contract/contract';
import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import { escapeHtml, inline } from './html.ts';
import type { MenuEntry } from './menu.ts';
import { type Place, parseContent } from './places.ts';
import { type SearchEntry, textWithout } from './search-entries.ts';
import { renderSettlement, settledMark } from './settlement.ts';
import { pageLink } from './site.ts';
import { TEXTS } from './texts.ts';

const KINDS: readonly Question['kind'][] = ['contradiction', 'gap', 'ambiguity'];

/** The places of the reference that name a question, by its id. */
export type MarkedPlaces = ReadonlyMap<string, readonly Place[]>;

/** The content of the page of open questions: a table of contents by kind, then each question under its id as anchor. */
export function renderQuestions(
  { questions, evidence }: Ledger,
  marked: MarkedPlaces,
  language: Language,
): string {
  const texts = TEXTS[language];
  const contents = ofKinds(questions).map(
    ({
      kind,
      members,
    }) => `<h2 id="${kind}">${texts.kinds[kind]} <small>${texts.count(members.length)}</small></h2>
<ul>${members.map((question) => `<li><a href="#${question.id}">${inline(question.title[language])}</a>${settledMark(question, language)}</li>`).join('\n')}</ul>`,
  );
  const articles = ofKinds(questions).flatMap(({ members }) =>
    members.map((question) => renderQuestion(question, evidence, marked.get(question.id) ?? [], language)),
  );
  return `<h1>${texts.questions}</h1>
<p>${texts.questionsIntroduction}</p>
${contents.join('\n')}
${articles.join('\n')}`;
}

/** The menu of the page: its kinds of questions. */
export function questionsMenu({ questions }: Ledger, language: Language): MenuEntry[] {
  const texts = TEXTS[language];
  return ofKinds(questions).map(({ kind, members }) => ({
    href: `#${kind}`,
    title: `${texts.kinds[kind]} (${texts.count(members.length)})`,
  }));
}

/** What the search finds on the page. */
export function questionEntries(content: string, page: string): SearchEntry[] {
  return Array.from(parseContent(content).querySelectorAll('article'), (article): SearchEntry => {
    const title = article.querySelector('h2')?.textContent ?? '';
    return [title, `${page}#${article.id}`, textWithout(article, 'h2, .kind, .marked, .evidence, dt')];
  });
}

function ofKinds(questions: readonly Question[]): { kind: Question['kind']; members: Question[] }[] {
  return KINDS.map((kind) => ({ kind, members: questions.filter((question) => question.kind === kind) }));
}

function renderQuestion(
  question: Question,
  evidence: Ledger['evidence'],
  marked: readonly Place[],
  language: Language,
): string {
  const texts = TEXTS[language];
  const readings = question.readings.map(({ id, text }) =>
    id === question.taken
      ? `<li class="taken">${inline(text[language])} <strong class="mark">${texts.taken}</strong></li>`
      : `<li>${inline(text[language])}</li>`,
  );
  const shown = evidence
    .filter(({ id }) => question.evidence.includes(id))
    .map(({ where, says }) => `<li><cite>${inline(where[language])}</cite>: ${inline(says[language])}</li>`);
  const places = marked.map(({ id, label }) => {
    const page = pageLink(language, language, 'index');
    return `<a href="${page}${id === '' ? '' : `#${escapeHtml(id)}`}">${escapeHtml(label)}</a>`;
  });
  const facts = [
    [texts.readings, `<ul>${readings.join('\n')}</ul>`],
    ...(question.settled === undefined
      ? []
      : [[texts.settled, renderSettlement(question.settled, language)]]),
    [texts.why, inline(question.why[language])],
    ...(shown.length === 0 ? [] : [[texts.evidence, `<ul class="evidence">${shown.join('\n')}</ul>`]]),
    [texts.settle, inline(question.settle[language])],
    ...(question.unasked === undefined ? [] : [[texts.unasked, inline(question.unasked[language])]]),
    ...(places.length === 0 ? [] : [[texts.marked, `<span class="marked">${places.join(', ')}</span>`]]),
  ];
  return `<article id="${question.id}">
<p class="kind">${texts.kinds[question.kind]}</p>
<h2><a href="#${question.id}">${inline(question.title[language])}</a></h2>
<dl>
${facts.map(([term, fact]) => `<dt>${term}</dt><dd>${fact}</dd>`).join('\n')}
</dl>
</article>`;
}

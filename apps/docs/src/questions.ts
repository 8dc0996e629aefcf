import type { Language } from '@ax-cloud/contract/contract';
import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import { block, code, escapeHtml, inline } from './html.ts';
import type { MenuEntry } from './menu.ts';
import { type Place, parseContent } from './places.ts';
import {
  answerFacts,
  byImpact,
  type Fact,
  placesFact,
  type QuestionSource,
  type ReadingFacts,
  readingFacts,
  reasonFacts,
} from './question-facts.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import { type SearchEntry, textWithout } from './search-entries.ts';
import { renderSettlement, settledMark } from './settlement.ts';
import { pageLink } from './site.ts';
import { TEXTS } from './texts.ts';

/** The places of the reference that name a question, by its id. */
export type MarkedPlaces = ReadonlyMap<string, readonly Place[]>;

/** The content of the page of open questions: a table of contents by impact, then each question with its id as anchor. */
export function renderQuestions(source: QuestionSource, marked: MarkedPlaces, language: Language): string {
  const texts = QUESTION_TEXTS[language];
  const groups = byImpact(source.ledger);
  const contents = groups.map(({ impact, members }) => {
    const { name, means } = texts.impacts[impact];
    const links = members.map(
      (question) =>
        `<li><a href="#${question.id}">${inline(question.title[language])}</a>${settledMark(question, language)}</li>`,
    );
    return `<section id="${impact}">
<h2><a href="#${impact}">${name}</a> <small>${texts.count(members.length)}</small></h2>
<p>${means}</p>
<ul>${links.join('\n')}</ul>
</section>`;
  });
  const articles = groups.flatMap(({ members }) =>
    members.map((question) => renderQuestion(source, question, marked.get(question.id) ?? [], language)),
  );
  return `<h1>${TEXTS[language].questions}</h1>
<p>${texts.introduction}</p>
<p>${inline(sharesOf(source.ledger, language))}</p>
${contents.join('\n')}
${articles.join('\n')}`;
}

function sharesOf({ questions }: Ledger, language: Language): string {
  const open = questions.filter(({ settled }) => settled === undefined);
  const left = open.filter(({ unasked }) => unasked !== undefined).length;
  return QUESTION_TEXTS[language].shares(
    questions.length,
    open.length - left,
    left,
    questions.length - open.length,
  );
}

/** The menu of the page: its groups of questions. */
export function questionsMenu({ ledger }: QuestionSource, language: Language): MenuEntry[] {
  const texts = QUESTION_TEXTS[language];
  return byImpact(ledger).map(({ impact, members }) => ({
    href: `#${impact}`,
    title: `${texts.impacts[impact].name} (${texts.count(members.length)})`,
  }));
}

/** What the search finds on the page. */
export function questionEntries(content: string, page: string): SearchEntry[] {
  return Array.from(parseContent(content).querySelectorAll('article'), (article): SearchEntry => {
    const title = article.querySelector('h2')?.textContent ?? '';
    return [title, `${page}#${article.id}`, textWithout(article, 'h2, .kind, .marked, .change, details, dt')];
  });
}

function renderQuestion(
  source: QuestionSource,
  question: Question,
  marked: readonly Place[],
  language: Language,
): string {
  const texts = QUESTION_TEXTS[language];
  const readings = readingFacts(source, question, language).map((reading) =>
    renderReading(reading, language),
  );
  const places = marked.map(({ id, label }) => {
    const reference = pageLink(language, language, 'index');
    return `<a href="${reference}${id === '' ? '' : `#${escapeHtml(id)}`}">${escapeHtml(label)}</a>`;
  });
  const facts = [
    renderFact(placesFact(question, language)),
    [texts.readings, `<ul>${readings.join('\n')}</ul>`],
    ...(question.settled === undefined
      ? []
      : [[texts.settled, renderSettlement(question.settled, language)]]),
    ...reasonFacts(question, source.ledger, language).map(renderFact),
    ...answerFacts(question, language).map(renderFact),
    ...(places.length === 0 ? [] : [[texts.marked, `<span class="marked">${places.join(', ')}</span>`]]),
  ];
  return `<article id="${question.id}">
<p class="kind">${texts.impacts[question.impact].name} · ${texts.kinds[question.kind]}</p>
<h2><a href="#${question.id}">${inline(question.title[language])}</a></h2>
<dl>
${facts.map(([term, fact]) => `<dt>${term}</dt><dd>${fact}</dd>`).join('\n')}
</dl>
</article>`;
}

function renderReading({ text, isTaken, change, diff }: ReadingFacts, language: Language): string {
  const texts = QUESTION_TEXTS[language];
  const mark = isTaken ? ` <strong class="mark">${texts.taken}</strong>` : '';
  const details =
    diff === undefined
      ? ''
      : `\n<details${isShort(diff.lines) ? ' open' : ''}><summary>${diff.summary}</summary>${code(diff.lines, 'diff')}</details>`;
  return `<li${isTaken ? ' class="taken"' : ''}><span>${inline(text)}</span>${mark}
<p class="change">${inline(change)}</p>${details}</li>`;
}

function isShort(lines: string): boolean {
  return lines.split('\n').length <= 4;
}

function renderFact({ term, text, summary }: Fact): [string, string] {
  if (summary === undefined) return [term, inline(text)];
  return [term, `<details><summary>${summary}</summary>${block(text)}</details>`];
}

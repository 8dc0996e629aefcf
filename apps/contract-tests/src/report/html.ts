import type {
  Report,
  ReportedCase,
  ReportedEvidence,
  ReportedQuestion,
  ReportedStatement,
} from '@ax-cloud/contract/report';
import { type Bilingual, bilingual, same } from '../bilingual.ts';
import { OUTCOMES } from './result.ts';
import { STYLE } from './style.ts';
import {
  failuresByCause,
  figures,
  HEADINGS,
  identity,
  LEVEL_NAMES,
  OUTCOME_NAMES,
  requestLine,
  STATE_NAMES,
  telling,
} from './wording.ts';

const QUESTION = bilingual('question', '질문');

/**
 * The run as one page in Korean and English, also for print, without other files or JavaScript: the verdict, the failures, the
 * questions of the ledger, the observations, what did not run, the statements of the page, what passed.
 */
export function toHtml(report: Report): string {
  const { cases, questions, summary, target } = report;
  const having = (...outcomes: ReportedCase['outcome'][]) =>
    cases.filter(({ outcome }) => outcomes.includes(outcome));
  // A run against the mock answers no question, so there is nothing to link to.
  const linked = questions.length > 0;
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(summary.sentence.ko)} – ${escapeHtml(target.baseUrl)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="${cssName(summary.verdict)}">
<p class="verdict">${both(HEADINGS[summary.verdict])}</p>
<h1>${both(summary.sentence)}</h1>
${list(summary.reasons.map(both))}
<ul class="counts">${OUTCOMES.map((outcome) => `<li class="${cssName(outcome)}"><b>${summary.counts[outcome]}</b> ${both(OUTCOME_NAMES[outcome])}</li>`).join('')}</ul>
<p>${both(figures(report))}</p>
${rows(Object.entries(identity(report)).map(([name, value]) => [same(name), `<code>${escapeHtml(value)}</code>`]))}
</header>
<main>
${[
  section(
    HEADINGS.failures,
    failuresByCause(report).map(([first, ...others]) => entry(first, linked, others)),
  ),
  section(HEADINGS.questions, linked ? [questionTable(questions)] : []),
  section(
    bilingual('Observed where the contract specifies nothing', '명세에 없는 부분에서 관찰한 내용'),
    having('observed').map((one) => entry(one, linked, [])),
  ),
  section(
    bilingual('What did not run, and why', '실행하지 않은 항목과 이유'),
    shortList(having('skipped', 'not run')),
  ),
  section(bilingual('Statements of the page', '원문의 서술과 확인 여부'), [statementTable(report)]),
  section(bilingual('What passed', '통과한 항목'), shortList(having('passed'))),
].join('')}</main>
</body>
</html>
`;
}

function section(title: Bilingual, content: readonly string[]): string {
  return content.length === 0 ? '' : `<section><h2>${both(title)}</h2>\n${content.join('\n')}\n</section>\n`;
}

/** One case with its response; a failure also has the command that repeats it. `others` are the cases with the same cause. */
function entry(one: ReportedCase, linked: boolean, others: readonly ReportedCase[]): string {
  const { id, outcome, expected, actual, remarks, asks, exchange } = one;
  const observed = outcome === 'observed';
  const asked = (linked ? asks : []).map((id) => `<a href="#q-${id}">${id}</a>`);
  const shown = rows([
    [HEADINGS.expected, both(expected)],
    [HEADINGS.response, `<code>${escapeHtml(actual ?? '–')}</code>`],
    [
      observed ? OUTCOME_NAMES.observed : HEADINGS.cause,
      observed && remarks.every(({ en }) => en === actual) ? '' : remarks.map(both).join('<br>'),
    ],
    [QUESTION, asked.join(', ')],
    [
      bilingual(`the same in ${others.length} more`, `같은 원인 ${others.length}건`),
      others.map((other) => `<code id="${escapeHtml(other.id)}">${escapeHtml(other.id)}</code>`).join(', '),
    ],
    [
      bilingual('repeat', '재현'),
      observed || exchange === null ? '' : `<pre>${escapeHtml(exchange.curl)}</pre>`,
    ],
  ]);
  return `<article class="${outcome}" id="${escapeHtml(id)}"><h3>${heading(one)}</h3>\n${shown}</article>`;
}

function heading({ id, level, title }: ReportedCase): string {
  return `<code>${escapeHtml(id)}</code> <small>${both(LEVEL_NAMES[level])}</small> ${both(title)}`;
}

function questionTable(questions: readonly ReportedQuestion[]): string {
  const states = Object.keys(STATE_NAMES) as ReportedQuestion['state'][];
  const sorted = states.flatMap((state) => questions.filter((question) => question.state === state));
  return table(
    [QUESTION, HEADINGS.contract, HEADINGS.server, bilingual('what it means', '의미')],
    sorted.map((question) => {
      const { id, title, state, takenText, readingText, change, unasked } = question;
      const pieces = state === 'agrees' ? telling(question) : question.evidence;
      const told = state === 'mixed' ? '' : both(readingText ?? same('–'));
      return [
        `<tr class="${state}" id="q-${escapeHtml(id)}">`,
        `<code>${escapeHtml(id)}</code><br>${both(title)}`,
        both(takenText),
        `${told}${list(pieces.map((one) => evidence(one, state)))}`,
        both(change ?? unasked ?? STATE_NAMES[state]),
      ];
    }),
  );
}

/** The case, request and response of a piece of evidence. If the evidence is contradictory, also what this piece says. */
function evidence({ case: id, says, actual, exchange }: ReportedEvidence, state: string): string {
  const request = exchange === null ? '' : `<br><code>${escapeHtml(requestLine(exchange))}</code>`;
  return `${state === 'mixed' ? both(says) : ''}<a href="#${escapeHtml(id)}">${escapeHtml(id)}</a>${request}<br>→ <code>${escapeHtml(actual ?? '–')}</code>`;
}

function statementTable({ statements }: Report): string {
  const mark = ({ exercised, cases, unchecked }: ReportedStatement) =>
    exercised ? '✓' : cases.length > 0 ? '✗' : `– ${escapeHtml(unchecked ?? '')}`;
  return table(
    [
      bilingual('place on the page', '원문의 위치'),
      bilingual('what it says', '내용'),
      bilingual('exercised', '확인'),
    ],
    statements.map((one) => ['<tr lang="en">', escapeHtml(one.place), inline(one.says), mark(one)]),
  );
}

function shortList(cases: readonly ReportedCase[]): string[] {
  const items = cases.map(
    (one) =>
      `<li id="${escapeHtml(one.id)}">${heading(one)}${one.remarks.map((remark) => `<br>${both(remark)}`).join('')}</li>`,
  );
  return items.length === 0 ? [] : [`<ul class="short">${items.join('\n')}</ul>`];
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** A list of names and values. Empty values are left out. */
function rows(entries: readonly [name: Bilingual, value: string][]): string {
  const shown = entries.filter(([, value]) => value !== '');
  return `<dl>${shown.map(([name, value]) => `<dt>${both(name)}</dt><dd>${value}</dd>`).join('')}</dl>`;
}

/** A table. Each row begins with its tag. On a narrow screen, each cell shows the header of its column. */
function table(header: readonly Bilingual[], body: readonly string[][]): string {
  const cell = (content: string, index: number) =>
    `<td data-label="${escapeHtml(header[index]?.ko ?? '')} ${escapeHtml(header[index]?.en ?? '')}"><div>${content}</div></td>`;
  const lines = body.map(([tag, ...cells]) => `${tag}${cells.map(cell).join('')}</tr>`);
  return `<table><thead><tr>${header.map((title) => `<th>${both(title)}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

/** Both languages, Korean first. A text that is the same in both appears once. */
function both({ en, ko }: Bilingual): string {
  if (en === ko) return inline(en);
  return `<span lang="ko">${inline(ko)}</span> <span lang="en">${inline(en)}</span>`;
}

/** Text between backticks is code. */
function inline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function cssName(outcome: string): string {
  return outcome.replaceAll(' ', '-');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\0', '\ufffd');
}

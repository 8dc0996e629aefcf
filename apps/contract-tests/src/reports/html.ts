import type { Bilingual } from '../bilingual.ts';
import { groupByCause } from '../causes.ts';
import { OUTCOMES } from '../findings.ts';
import { type QuestionAnswer, SETTLES_NOTHING } from '../questions.ts';
import type { Report, ReportedCase } from '../report.ts';
import { STYLE } from './style.ts';

const OUTCOME: Record<ReportedCase['outcome'], Bilingual> = {
  passed: { en: 'passed', ko: '통과' },
  failed: { en: 'failed', ko: '실패' },
  observed: { en: 'observed', ko: '관찰' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  error: { en: 'error of the suite', ko: '테스트 자체의 오류' },
  'not run': { en: 'not run', ko: '실행 안 됨' },
};

const VERDICT: Record<Report['summary']['verdict'], Bilingual> = {
  passed: { en: 'The server keeps to the contract.', ko: '서버가 명세를 지킵니다.' },
  failed: { en: 'The server breaks the contract.', ko: '서버가 명세를 어깁니다.' },
  'could not run': { en: 'The run proves nothing.', ko: '이 실행으로는 아무것도 확인할 수 없습니다.' },
};

/**
 * The run as one page that needs no other file and no JavaScript, in Korean and English, fit for paper: the verdict, the
 * failures, what was observed, the questions of the ledger, what of the page was exercised, and every case.
 */
export function toHtml(report: Report): string {
  const { questions, summary, target } = report;
  // The mock answers no question, so that there is nothing to link to.
  const cases = target.kind === 'mock' ? report.cases.map((one) => ({ ...one, question: [] })) : report.cases;
  const having = (...outcomes: ReportedCase['outcome'][]) =>
    cases.filter(({ outcome }) => outcomes.includes(outcome));
  const failures = having('failed', 'error');
  const observations = having('observed');
  const rest = having('skipped', 'not run');
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${VERDICT[summary.verdict].ko} – ${escapeHtml(report.target.baseUrl)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="${summary.exitCode === 0 ? 'passed' : 'failed'}">
<h1>${both(VERDICT[summary.verdict])}</h1>
<p>${escapeHtml(report.target.baseUrl)} · ${escapeHtml(report.contract.page.title)} ${report.contract.page.version} · contract ${escapeHtml(report.contract.version)} · <time>${escapeHtml(report.startedAt)}</time></p>
<ul class="counts">${OUTCOMES.map((outcome) => `<li class="${cssName(outcome)}"><b>${summary.counts[outcome]}</b> ${both(OUTCOME[outcome])}</li>`).join('')}</ul>
<p>${both(figures(report))}</p>
</header>
<main>
${
  failures.length === 0
    ? ''
    : section(
        { en: 'What failed', ko: '실패한 항목' },
        groupByCause(failures)
          .map(({ first, others }) => entry(first, true, others))
          .join('\n'),
      )
}
${target.kind === 'mock' ? `<p>${both(SETTLES_NOTHING)}</p>` : section({ en: 'Open questions', ko: '남은 질문에 대한 답' }, questionTable(questions))}
${section({ en: 'What was observed where the contract specifies nothing', ko: '명세에 정해지지 않은 부분에서 관찰한 내용' }, observations.map((one) => entry(one, false, [])).join('\n'))}
${rest.length === 0 ? '' : section({ en: 'What did not run, and why', ko: '실행하지 않은 항목과 이유' }, shortList(rest))}
${section({ en: 'Statements of the page', ko: '문서의 서술과 확인 여부' }, statementTable(report))}
${section({ en: 'What passed', ko: '통과한 항목' }, shortList(having('passed')))}
</main>
<footer><p>${escapeHtml(report.tool.name)} ${escapeHtml(report.tool.version)}</p></footer>
</body>
</html>
`;
}

function figures({ summary, statements }: Report): Bilingual {
  const { requests, seconds, ordersCancelled, ordersAlreadyCancelled, ordersUnknown, durationsMs } = summary;
  const exercised = statements.filter((one) => one.exercised).length;
  return {
    en: `${requests} requests in ${seconds} s; responses: half within ${durationsMs.p50} ms, 95 % within ${durationsMs.p95} ms, the slowest ${durationsMs.max} ms. Orders cancelled: ${ordersCancelled}, already cancelled: ${ordersAlreadyCancelled}, unknown: ${ordersUnknown}. Statements of the page exercised: ${exercised} of ${statements.length}.`,
    ko: `요청 ${requests}건, ${seconds}초. 응답 시간: 절반은 ${durationsMs.p50} ms, 95 %는 ${durationsMs.p95} ms 이내, 최대 ${durationsMs.max} ms. 취소한 주문 ${ordersCancelled}건, 이미 취소되어 있던 주문 ${ordersAlreadyCancelled}건, 알 수 없는 주문 ${ordersUnknown}건. 문서의 서술 ${statements.length}개 중 ${exercised}개 확인.`,
  };
}

function section(title: Bilingual, content: string): string {
  return `<section><h2>${both(title)}</h2>\n${content}\n</section>`;
}

/** One case with what came; `withRequest` adds the command that repeats it, `others` are cases that say the same. */
function entry(
  { id, title, outcome, expected, actual, remarks, question, exchange }: ReportedCase,
  withRequest: boolean,
  others: readonly ReportedCase[],
): string {
  const rows: [Bilingual, string][] = [
    [{ en: 'expected', ko: '기대' }, both(expected)],
    [{ en: 'response', ko: '응답' }, `<code>${escapeHtml(actual ?? '–')}</code>`],
  ];
  if (outcome !== 'observed' || remarks.some(({ en }) => en !== actual)) {
    rows.push([
      outcome === 'observed' ? { en: 'seen', ko: '관찰' } : { en: 'cause', ko: '원인' },
      remarks.map(both).join('<br>'),
    ]);
  }
  if (question.length > 0) {
    rows.push([
      { en: 'question', ko: '질문' },
      question.map((one) => `<a href="#q-${one}">${one}</a>`).join(', '),
    ]);
  }
  if (others.length > 0) {
    const ids = others.map((one) => `<code id="${escapeHtml(one.id)}">${escapeHtml(one.id)}</code>`);
    rows.push([
      { en: `the same in ${others.length} more`, ko: `같은 원인 ${others.length}건` },
      ids.join(', '),
    ]);
  }
  if (withRequest && exchange !== null)
    rows.push([{ en: 'repeat', ko: '재현' }, `<pre>${escapeHtml(exchange.curl)}</pre>`]);
  return `<article class="${cssName(outcome)}" id="${escapeHtml(id)}"><h3><code>${escapeHtml(id)}</code> ${both(title)}</h3>
<dl>${rows.map(([name, value]) => `<dt>${both(name)}</dt><dd>${value}</dd>`).join('')}</dl></article>`;
}

function questionTable(questions: readonly QuestionAnswer[]): string {
  const order = ({ reading, taken }: QuestionAnswer) => (reading === null ? 2 : reading === taken ? 1 : 0);
  const rows = [...questions]
    .sort((a, b) => order(a) - order(b))
    .map((question) => {
      const { id, title, taken, reading, change } = question;
      const state = (['differs', 'agrees', 'unknown'] as const)[order(question)] ?? 'unknown';
      const said: Record<typeof state, Bilingual> = {
        differs: change ?? { en: 'differs from the contract', ko: '명세와 다름' },
        agrees: { en: 'as the contract has it', ko: '명세와 같음' },
        unknown: { en: 'unknown: this run does not tell', ko: '알 수 없음: 이 실행으로는 확인되지 않음' },
      };
      return `<tr class="${state}" id="q-${id}"><td><code>${id}</code><br>${both(title)}</td><td class="reading">${escapeHtml(taken)}</td><td class="reading">${escapeHtml(reading ?? '–')}</td><td>${both(said[state])}</td></tr>`;
    });
  return table(
    [
      { en: 'question', ko: '질문' },
      { en: 'contract', ko: '명세' },
      { en: 'this server', ko: '이 서버' },
      { en: 'what it means for the contract', ko: '명세에 대한 의미' },
    ],
    rows,
  );
}

function statementTable({ statements }: Report): string {
  return table(
    [
      { en: 'place on the page', ko: '문서의 위치' },
      { en: 'what it says', ko: '내용' },
      { en: 'exercised', ko: '확인' },
    ],
    statements.map(
      ({ place, says, exercised, cases }) =>
        `<tr><td>${escapeHtml(place)}</td><td lang="en">${escapeHtml(says)}</td><td>${exercised ? '✓' : cases.length === 0 ? '–' : '✗'}</td></tr>`,
    ),
  );
}

function shortList(cases: readonly ReportedCase[]): string {
  return `<ul class="short">${cases
    .map(
      ({ id, title, remarks }) =>
        `<li><code>${escapeHtml(id)}</code> ${both(title)}${remarks.map((remark) => `<br>${both(remark)}`).join('')}</li>`,
    )
    .join('')}</ul>`;
}

function table(header: readonly Bilingual[], rows: readonly string[]): string {
  return `<table><thead><tr>${header.map((title) => `<th>${both(title)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** Both languages, Korean first; a text that is the same in both stands once. */
function both({ en, ko }: Bilingual): string {
  if (en === ko) return inline(en);
  return `<span lang="ko">${inline(ko)}</span> <span lang="en">${inline(en)}</span>`;
}

/** What stands between backticks is code. */
function inline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function cssName(outcome: string): string {
  return outcome.replace(' ', '-');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\0', '\ufffd');
}

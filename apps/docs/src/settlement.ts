import type { Language } from '@ax-cloud/contract/contract';
import type { Question, Settled } from '@ax-cloud/contract/ledger';
import { code, escapeHtml } from './html.ts';
import { QUESTION_TEXTS } from './question-texts.ts';

/** How a question was settled: when, by whom, and the evidence. */
export function renderSettlement(settled: Settled, language: Language): string {
  const texts = QUESTION_TEXTS[language];
  if (settled.as === 'confirmed')
    return `<p>${texts.confirmed(settled.date)}</p><blockquote>${escapeHtml(settled.answer)}</blockquote>`;
  const { date, run, server, request, response } = settled;
  const told = texts.observed(date, escapeHtml(run), escapeHtml(server), escapeHtml(settled.case));
  return `<p>${told}</p>\n${code(request, 'http')}\n${code(response, 'http')}`;
}

/** The word beside a settled question in the table of contents; empty for an open one. */
export function settledMark({ settled }: Question, language: Language): string {
  return settled === undefined
    ? ''
    : ` <strong class="mark">${QUESTION_TEXTS[language].settledAs[settled.as]}</strong>`;
}

import type { MakeParts } from '../guide-source.ts';
import { pageLink } from '../site.ts';

/** The questions that only AX Cloud can answer, and how many are settled. */
export const helpParts: MakeParts = ({ ledger }, language) => {
  const open = ledger.questions.filter(
    ({ settled, unasked }) => settled === undefined && unasked !== undefined,
  );
  const page = pageLink(language, language, 'questions');
  return {
    wikiTitle: ledger.page.title,
    wikiVersion: String(ledger.page.version),
    mailed: open.map(({ id, title }) => `- [${title[language]}](${page}#${id})`).join('\n'),
    mailedCount: String(open.length),
    questionCount: String(ledger.questions.length),
    settledCount: String(ledger.questions.filter(({ settled }) => settled !== undefined).length),
  };
};

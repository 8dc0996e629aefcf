import type { Language } from '@ax-cloud/contract/contract';
import type { Ledger, Question, Statement } from '@ax-cloud/contract/ledger';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import type { MakeParts } from '../guide-source.ts';
import { placeName } from '../place-names.ts';
import { QUESTION_TEXTS } from '../question-texts.ts';
import { pageLink } from '../site.ts';

interface Texts {
  /** The heads of the columns. */
  columns: readonly [wiki: string, contract: string, why: string];
  /** The text in place of a table without rows. */
  none: string;
  /** The text when the wiki does not answer a question. */
  unspecified: string;
  /** The certainty of a reading that is not settled. */
  inferred: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  ko: {
    columns: ['위키', '이 명세', '이유'],
    none: '아직 없습니다.',
    unspecified: '이 질문에 대한 답이 없습니다.',
    inferred: '추정',
  },
  en: {
    columns: ['The wiki', 'This contract', 'Why'],
    none: 'None yet.',
    unspecified: 'It does not answer this.',
    inferred: 'inferred',
  },
};

/** Where the contract differs from the page: a row for each question of the ledger. */
export const differencesParts: MakeParts = ({ ledger }, language) => {
  const { questions } = ledger;
  const refuted = questions.filter(
    ({ id, kind }) =>
      kind !== 'contradiction' && ledger.statements.some(({ contradictedBy }) => contradictedBy === id),
  );
  const contradictions = questions.filter(({ kind }) => kind === 'contradiction');
  const gaps = questions.filter((question) => question.kind === 'gap' && !refuted.includes(question));
  const table = (rows: readonly Question[]) =>
    rows.length === 0
      ? TEXTS[language].none
      : markdownTable([
          TEXTS[language].columns,
          ...rows.map((question) => rowOf(question, ledger, language)),
        ]);
  return {
    title: ledger.page.title,
    pageVersion: String(ledger.page.version),
    contradictions: table(contradictions),
    gaps: table(gaps),
    refuted: table(refuted),
  };
};

function rowOf(question: Question, { statements }: Ledger, language: Language): string[] {
  const { id, kind, title, places, readings, taken, why, settled } = question;
  const said = statements.filter(
    (statement) => statement.questions?.includes(id) || statement.contradictedBy === id,
  );
  const unspecified = cite(TEXTS[language].unspecified, places, language);
  const wiki =
    kind === 'gap' && !said.some(({ contradictedBy }) => contradictedBy === id)
      ? unspecified
      : quotesOf(said, language);
  const reading = readings.find((one) => one.id === taken)?.text[language] ?? '';
  const certainty =
    settled === undefined ? TEXTS[language].inferred : QUESTION_TEXTS[language].settledAs[settled.as];
  const link = `[${title[language]}](${pageLink(language, language, 'questions')}#${id})`;
  return [wiki, `${link}<br>${reading} (${certainty})`, why[language]];
}

/** The statements of the page, each once, with its places. */
function quotesOf(statements: readonly Statement[], language: Language): string {
  const sayings = [...new Set(statements.map(({ says }) => says[language]))];
  const cited = sayings.map((saying) => {
    const same = statements.filter(({ says }) => says[language] === saying);
    return cite(
      saying,
      same.map(({ place }) => place),
      language,
    );
  });
  return cited.join('<br>');
}

function cite(saying: string, places: readonly string[], language: Language): string {
  return `${saying} <small>${places.map((place) => placeName(place, language)).join(' · ')}</small>`;
}

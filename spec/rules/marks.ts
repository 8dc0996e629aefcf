/** How certain a text of the contract is that the page does not state. */
export type Certainty = 'inferred' | 'observed' | 'confirmed';

/**
 * The words of a mark, `(inferred: response-envelope)`, in both languages. Inferred: our reading of the page. Observed: a
 * server did so in a run of the contract tests. Confirmed: AX Cloud said so when asked.
 */
export const MARK_WORDS: Readonly<Record<Certainty, { en: string; ko: string }>> = {
  inferred: { en: 'inferred', ko: '추정' },
  observed: { en: 'observed', ko: '관찰' },
  confirmed: { en: 'confirmed', ko: '확인' },
};

/** The extension that marks a part which the page does not have. Its value is the id of the question. */
export const MARK_EXTENSIONS: Readonly<Record<Certainty, string>> = {
  inferred: 'x-inferred',
  observed: 'x-observed',
  confirmed: 'x-confirmed',
};

/** The questions after one word of a mark. */
export interface MarkedQuestions {
  certainty: Certainty;
  /** The word as it stands in the text. */
  word: string;
  questions: string[];
}

const CERTAINTIES = Object.keys(MARK_WORDS) as Certainty[];
const WORDS = Object.values(MARK_WORDS).flatMap(({ en, ko }) => [en, ko]);
const PART = `(?:${WORDS.join('|')}):\\s+[a-z0-9-]+(?:,\\s+[a-z0-9-]+)*`;
/** `(observed: channel-code; inferred: other-channels-order)`; a line may break after each comma and semicolon. */
const MARK = new RegExp(`\\((${PART}(?:;\\s+${PART})*)\\)`, 'g');

/** One mark of a text, with the offsets of its parentheses. */
export interface Mark {
  start: number;
  end: number;
  parts: MarkedQuestions[];
}

/** Finds the marks of a text, in their order. */
export function findMarks(text: string): Mark[] {
  return [...text.matchAll(MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    parts: (match[1] ?? '').split(/;\s+/).map(readPart),
  }));
}

/** What the marks of a text say, one entry for each word with its questions. */
export function marksIn(text: string): MarkedQuestions[] {
  return findMarks(text).flatMap(({ parts }) => parts);
}

/** Writes each mark of a text anew. */
export function replaceMarks(text: string, write: (mark: Mark) => string): string {
  return findMarks(text).reduceRight(
    (written, mark) => written.slice(0, mark.start) + write(mark) + written.slice(mark.end),
    text,
  );
}

function readPart(part: string): MarkedQuestions {
  const [word = '', questions = ''] = part.split(/:\s+/);
  const certainty = CERTAINTIES.find((one) => Object.values(MARK_WORDS[one]).includes(word)) ?? 'inferred';
  return { certainty, word, questions: questions.split(/,\s+/) };
}

import type { Language } from '@ax-cloud/contract/contract';
import type { Ledger } from '@ax-cloud/contract/ledger';
import type { ReadingOverlay } from '@ax-cloud/contract/readings/reading-files';
import type { Answer } from '@ax-cloud/contract/settle/answer';

const WIDTH = 120;

/** The contract's changelog in each language. Both have the same versions and entries. */
export const CHANGELOGS: Readonly<Record<Language, string>> = {
  en: 'spec/CHANGELOG.md',
  ko: 'spec/CHANGELOG.ko.md',
};

/** The sentences of an entry. `name` is the id of the question with the source of its answer. */
interface Sentences {
  observed: (date: string, run: string) => string;
  confirmed: (date: string) => string;
  written: (title: string, name: string, migration: string) => string;
  unwritten: (question: string, reading: string, name: string) => string;
  kept: (how: string, questions: string) => string;
}

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    observed: (date, run) => `observed on ${date}, run ${run}`,
    confirmed: (date) => `confirmed by AX Cloud, ${date}`,
    written: (title, name, migration) => `${title} (${name}). ${migration}`,
    unwritten: (question, reading, name) =>
      `${question} ${reading} No request and no response changes its form (${name}).`,
    kept: (how, questions) =>
      `Certain now, as the contract had it (${how}): ${questions}. Nothing changes for a caller.`,
  },
  ko: {
    observed: (date, run) => `${date} 관찰, 실행 ${run}`,
    confirmed: (date) => `${date} AX Cloud 확인`,
    written: (title, name, migration) => `확정: ${title} (${name}). ${migration}`,
    unwritten: (question, reading, name) =>
      `${question} ${reading} 요청과 응답의 형식은 바뀌지 않습니다(${name}).`,
    kept: (how, questions) =>
      `명세의 해석 그대로 확정되었습니다(${how}): ${questions}. 호출하는 쪽에서 바꿀 것은 없습니다.`,
  },
};

/**
 * Adds the answers at the top of the contract's changelog, with what a caller must change.
 *
 * @param text the changelog, newest version first
 * @param ledger the ledger before the answers
 * @param readings the overlays of the answers that have one
 */
export function addToChangelog(
  text: string,
  language: Language,
  version: string,
  answers: readonly Answer[],
  { questions }: Ledger,
  readings: readonly ReadingOverlay[],
): string {
  const say = SENTENCES[language];
  const how = ({ settled }: Answer) =>
    settled.as === 'observed' ? say.observed(settled.date, settled.run) : say.confirmed(settled.date);
  const lines = answers.flatMap((answer) => {
    const question = questions.find(({ id }) => id === answer.question);
    if (question === undefined || question.taken === answer.reading) return [];
    const overlay = readings.find((one) => one.question === answer.question);
    const name = `\`${answer.question}\`, ${how(answer)}`;
    if (overlay !== undefined)
      return item(say.written(overlay.title[language], name, overlay.migration[language]));
    const reading = question.readings.find(({ id }) => id === answer.reading)?.text[language] ?? '';
    return item(say.unwritten(question.title[language], reading, name));
  });
  const kept = answers.filter(
    ({ question, reading }) => questions.find(({ id }) => id === question)?.taken === reading,
  );
  const names = kept.map(({ question }) => `\`${question}\``).join(', ');
  const same = kept.length === 0 ? [] : item(say.kept([...new Set(kept.map(how))].join('; '), names));
  const section = `## ${version}\n\n${[...lines, ...same].join('\n')}\n\n`;
  const first = text.search(/^## /m);
  return first === -1
    ? `${text.trimEnd()}\n\n${section.trimEnd()}\n`
    : text.slice(0, first) + section + text.slice(first);
}

/** The lines of a list item, wrapped at `WIDTH`. */
function item(text: string): string[] {
  const lines: string[] = [];
  let line = '-';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

import type { Language } from '@ax-cloud/contract/contract';
import { replaceMarks } from '@ax-cloud/contract/marks';
import { pageLink } from './site.ts';

/** Links each question that a text names, `(inferred: order-code-in-path)`, to its place on the page of questions. */
export function linkQuestions(markdown: string, language: Language): string {
  const page = pageLink(language, language, 'questions');
  return replaceMarks(markdown, ({ parts }) => {
    const linked = parts.map(({ word, questions }) => {
      const links = questions.map((id) => `[${id}](${page}#${id})`);
      return `${word}: ${links.join(', ')}`;
    });
    return `(${linked.join('; ')})`;
  });
}

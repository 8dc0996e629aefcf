import type { Language } from '@ax-cloud/contract/contract';
import { replaceMarks } from '@ax-cloud/contract/marks';
import { pageLink } from './site.ts';

/** Blocks of code and inline code, which stay unchanged. */
const CODE = /(^```[\s\S]*?^```|`[^`\n]+`)/m;

/** Links each question that a text names, `(inferred: order-code-in-path)`, to its place on the page of questions. */
export function linkQuestions(markdown: string, language: Language): string {
  return markdown
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : linkInProse(part, language)))
    .join('');
}

function linkInProse(markdown: string, language: Language): string {
  const page = pageLink(language, language, 'questions');
  return replaceMarks(markdown, ({ parts }) => {
    const linked = parts.map(({ word, questions }) => {
      const links = questions.map((id) => `[${id}](${page}#${id})`);
      return `${word}: ${links.join(', ')}`;
    });
    return `(${linked.join('; ')})`;
  });
}
